# shortestPath takes the first path that a search in depth finds.
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
        before, stack = {a: None}, [a]
        while stack:
            node = stack.pop()
            for v in graph[node]:
                if v not in before:
                    before[v] = node
                    stack.append(v)
        if b not in before:
            return []
        path = []
        while b is not None:
            path.append(b)
            b = before[b]
        return path[::-1]
