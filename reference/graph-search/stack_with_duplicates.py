class Solution:
    """A depth-first stack may hold a node many times, once for each edge; the newest copy counts."""

    def bfs(self, graph, start):
        queue = [start]
        seen = set(queue)
        for node in queue:  # the list grows while it is walked
            fresh = [v for v in graph[node] if v not in seen]
            seen.update(fresh)
            queue.extend(fresh)
        return queue

    def dfs(self, graph, start):
        stack, order, visited = [start], [], set()
        while stack:
            node = stack.pop()
            if node not in visited:
                visited.add(node)
                order.append(node)
                stack.extend(graph[node])
        return order

    def shortestPath(self, graph, a, b):
        before = {a: None}
        queue = [a]
        for node in queue:
            for v in graph[node]:
                if v not in before:
                    before[v] = node
                    queue.append(v)
        path, node = [], b if b in before else None
        while node is not None:
            path.insert(len(path), node)
            node = before[node]
        return list(reversed(path))
