"""Hidden tests of n-queens."""

from functools import cache

from judge.authoring import FunctionTests, st, unordered

LARGEST = 9


@cache
def boards(n):
    """Row by row, every column in which the new queen attacks none of the earlier ones."""
    placements = [[]]
    for row in range(n):
        placements = [
            [*queens, column]
            for queens in placements
            for column in range(n)
            if all(column != other and abs(column - other) != row - at for at, other in enumerate(queens))
        ]
    return [["." * column + "Q" + "." * (n - 1 - column) for column in queens] for queens in placements]


tests = FunctionTests(
    model=lambda n: boards(n),
    valid=lambda n: type(n) is int and 1 <= n <= LARGEST,
    checker_for_all=unordered(),
)


@tests.property("all placements on a small board, each once", share=2)
def small_boards():
    return st.integers(1, 6)


@tests.property("all placements on a larger board, each once", share=0.5)
def larger_boards():
    return st.integers(7, LARGEST)


@tests.relation("a second board is solved as if it were the first", share=1)
def two_boards(draw):
    return [("solveNQueens", draw(st.integers(1, 6))) for _ in range(2)]


@tests.relation("a larger board after a smaller one, and the other way round", share=0.1)
def larger_and_smaller(draw):
    pair = [("solveNQueens", 7), ("solveNQueens", draw(st.integers(4, 5)))]
    return pair if draw(st.booleans()) else pair[::-1]
