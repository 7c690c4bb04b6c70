# Looks at the diagonals of the neighbouring row only.
class Solution:
    def solveNQueens(self, n):
        answer, queens = [], []

        def free(row, column):
            return all(c != column and not (row - r == 1 and abs(c - column) == 1) for r, c in enumerate(queens))

        def place(row):
            if row == n:
                answer.append(["." * c + "Q" + "." * (n - c - 1) for c in queens])
                return
            for column in range(n):
                if free(row, column):
                    queens.append(column)
                    place(row + 1)
                    queens.pop()

        place(0)
        return answer
