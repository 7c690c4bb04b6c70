# shortestPath searches from both ends, a node of each in turn, and stops at the first meeting.
class Solution:
    def bfs(self, graph, start):
        return list(self.tree(graph, start))

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

    def tree(self, graph, start):
        before, queue = {start: None}, [start]
        for node in queue:
            for v in graph[node]:
                if v not in before:
                    before[v] = node
                    queue.append(v)
        return before

    def shortestPath(self, graph, a, b):
        if a == b:
            return [a]
        back = {u: [] for u in graph}
        for u in graph:
            for v in graph[u]:
                back[v].append(u)
        here, there = (graph, {a: None}, [a]), (back, {b: None}, [b])
        at = 0
        while at < min(len(here[2]), len(there[2])):
            for (edges, before, queue), (_, others, _) in ((here, there), (there, here)):
                for v in edges[queue[at]]:
                    if v not in before:
                        before[v] = queue[at]
                        queue.append(v)
                    if v in others:
                        return self.way(here[1], v)[::-1] + self.way(there[1], v)[1:]
            at += 1
        return []

    def way(self, before, node):
        path = []
        while node is not None:
            path.append(node)
            node = before[node]
        return path
