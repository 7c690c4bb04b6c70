# bfs goes through the whole graph for each level: slow where there are many levels.
from collections import deque


class Solution:
    def bfs(self, graph, start):
        found, order, more = {start: 0}, [start], True
        level = 0
        while more:
            more = False
            for node in graph:
                if found.get(node) == level:
                    for v in graph[node]:
                        if v not in found:
                            found[v] = level + 1
                            order.append(v)
                            more = True
            level += 1
        return order

    def dfs(self, graph, start):
        order, seen = [], set()

        def visit(node):
            seen.add(node)
            order.append(node)
            for v in graph[node]:
                if v not in seen:
                    visit(v)

        visit(start)
        return order

    def shortestPath(self, graph, a, b):
        before, queue = {a: None}, deque([a])
        while queue:
            node = queue.popleft()
            for v in graph[node]:
                if v not in before:
                    before[v] = node
                    queue.append(v)
        if b not in before:
            return []
        path = []
        while b is not None:
            path.append(b)
            b = before[b]
        return path[::-1]
