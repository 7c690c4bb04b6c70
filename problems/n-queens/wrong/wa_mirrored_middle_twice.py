# Mirrors the left half of the first row, and with odd n the middle column too.
class Solution:
    def solveNQueens(self, n):
        answer, queens = [], []

        def free(row, column):
            return all(c != column and abs(c - column) != row - r for r, c in enumerate(queens))

        def place(row):
            if row == n:
                answer.append(["." * c + "Q" + "." * (n - c - 1) for c in queens])
                return
            for column in range((n + 1) // 2 if row == 0 else n):
                if free(row, column):
                    queens.append(column)
                    place(row + 1)
                    queens.pop()

        place(0)
        return answer + [[row[::-1] for row in board] for board in answer]
