# The queue holds whole paths, copied at every step: slow where the path is long.
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
        seen, queue = {a}, deque([[a]])
        while queue:
            path = queue.popleft()
            if path[-1] == b:
                return path
            for v in graph[path[-1]]:
                if v not in seen:
                    seen.add(v)
                    queue.append(path + [v])
        return []
