"""Backtracking, row by row: a queen goes only where its column and both its diagonals are free.

Squares of one diagonal share row + column, those of the other row - column, so three sets say in O(1) whether
a square is attacked. Each queen is added before the next row is tried and removed afterwards. The search visits
only boards without an attack: about 10,000 for n = 9, where there are 387 million ways to put a queen in each row.
"""


class Solution:
    def solveNQueens(self, n: int) -> list[list[str]]:
        found: list[list[str]] = []
        board: list[str] = []
        columns, rising, falling = set(), set(), set()

        def place(row: int) -> None:
            if row == n:
                found.append(list(board))
            for column in range(n):
                if column in columns or row + column in rising or row - column in falling:
                    continue
                columns.add(column)
                rising.add(row + column)
                falling.add(row - column)
                board.append("." * column + "Q" + "." * (n - 1 - column))
                place(row + 1)
                board.pop()
                columns.remove(column)
                rising.remove(row + column)
                falling.remove(row - column)

        place(0)
        return found
