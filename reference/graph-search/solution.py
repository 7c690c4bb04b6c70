"""A queue for breadth, a stack of iterators for depth; each node is marked once and each edge looked at once.

bfs marks a node when it is discovered, so it joins the queue once; the queue holds nodes by rising distance. shortestPath is
the same search and remembers for each node where it was discovered from: following that back from b gives a shortest path.

dfs marks a node when it is visited, not when it is seen from a distance: otherwise a node would be taken too late, from a node that
is not the newest. The stack holds for each node of the current path an iterator over its neighbours that goes on where it
stopped, so no edge is looked at twice. Everything is O(V + E).
"""

from collections import deque


class Solution:
    def bfs(self, graph: dict[int, list[int]], start: int) -> list[int]:
        return list(self._search(graph, start))

    def dfs(self, graph: dict[int, list[int]], start: int) -> list[int]:
        order = [start]
        visited = {start}
        path = [iter(graph[start])]
        while path:
            for node in path[-1]:
                if node not in visited:
                    order.append(node)
                    visited.add(node)
                    path.append(iter(graph[node]))
                    break
            else:
                path.pop()
        return order

    def shortestPath(self, graph: dict[int, list[int]], a: int, b: int) -> list[int]:
        came_from = self._search(graph, a)
        if b not in came_from:
            return []
        path = [b]
        while path[-1] != a:
            path.append(came_from[path[-1]])
        return path[::-1]

    def _search(self, graph, start):
        """Return where each reachable node was discovered from, in breadth-first order."""
        came_from = {start: start}
        waiting = deque([start])
        while waiting:
            node = waiting.popleft()
            for following in graph[node]:
                if following not in came_from:
                    came_from[following] = node
                    waiting.append(following)
        return came_from
