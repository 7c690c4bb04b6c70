# Visited nodes are looked up in the list of the order.
from collections import deque


class Solution:
    def bfs(self, graph, start):
        seen, order = {start}, [start]
        for node in order:
            for v in graph[node]:
                if v not in seen:
                    seen.add(v)
                    order.append(v)
        return order

    def dfs(self, graph, start):
        order = []

        def visit(node):
            order.append(node)
            for v in graph[node]:
                if v not in order:
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
