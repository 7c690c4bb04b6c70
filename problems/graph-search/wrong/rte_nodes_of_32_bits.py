# Orders are arrays of machine integers, which hold no larger nodes.
from array import array


class Solution:
    def bfs(self, graph, start):
        seen, order = {start}, array("i", [start])
        for node in order:
            for v in graph[node]:
                if v not in seen:
                    seen.add(v)
                    order.append(v)
        return order.tolist()

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
        before = {a: None}
        for node in (queue := [a]):
            for v in graph[node]:
                if v not in before:
                    before[v] = node
                    queue.append(v)
        path = []
        while b in before:
            path.append(b)
            b = before[b]
        return path[::-1]
