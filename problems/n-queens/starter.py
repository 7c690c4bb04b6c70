class Solution:
    def solveNQueens(self, n: int) -> list[list[str]]:
        """Return all placements of n queens, each as a list of n strings of "Q" and "."."""
        # TODO
        return []
