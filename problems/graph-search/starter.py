class Solution:
    def bfs(self, graph: dict[int, list[int]], start: int) -> list[int]:
        """Return the nodes reachable from start in breadth-first order."""
        # TODO

    def dfs(self, graph: dict[int, list[int]], start: int) -> list[int]:
        """Return the nodes reachable from start in depth-first order."""
        # TODO

    def shortestPath(self, graph: dict[int, list[int]], a: int, b: int) -> list[int]:
        """Return the nodes of a shortest path from a to b, or an empty list."""
        # TODO
