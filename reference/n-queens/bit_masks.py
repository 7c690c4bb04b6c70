# The attacked squares of the next row as bits; a generator passes the columns of each placement up.
from collections.abc import Iterator


def placements(n: int, columns: int = 0, left: int = 0, right: int = 0) -> Iterator[list[int]]:
    full = (1 << n) - 1
    if columns == full:
        yield []  # and no column is left to try
    attacked = columns | left | right
    for column in range(n):
        bit = 1 << column
        if attacked & bit:
            continue
        for rest in placements(n, columns | bit, (left | bit) << 1, (right | bit) >> 1):
            yield [column] + rest


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        return [["." * c + "Q" + "." * (n - c - 1) for c in queens] for queens in placements(n)]
