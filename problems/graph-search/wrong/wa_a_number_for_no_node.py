# shortestPath says "from nowhere" by the number -1,000,000, which may be a node.
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
        before, queue = {a: -1_000_000}, [a]
        for node in queue:
            for v in graph[node]:
                if v not in before:
                    before[v] = node
                    queue.append(v)
        if b not in before:
            return []
        path = []
        while b != -1_000_000:
            path.append(b)
            b = before[b]
        return path[::-1]
