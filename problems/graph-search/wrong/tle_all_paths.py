# shortestPath tries all paths that do not cross themselves.
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
        best = []

        def walk(path):
            nonlocal best
            if path[-1] == b:
                if not best or len(path) < len(best):
                    best = path[:]
                return
            for v in graph[path[-1]]:
                if v not in path:
                    path.append(v)
                    walk(path)
                    path.pop()

        walk([a])
        return best
