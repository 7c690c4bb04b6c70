# bfs goes on with the nodes that cannot be reached from the start.
from collections import deque


class Solution:
    def bfs(self, graph, start):
        seen, order = set(), []
        for first in [start, *graph]:
            if first in seen:
                continue
            seen.add(first)
            queue = deque([first])
            while queue:
                node = queue.popleft()
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
