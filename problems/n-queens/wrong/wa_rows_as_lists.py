# Rows are lists of characters instead of strings.
class Solution:
    def solveNQueens(self, n):
        answer, queens = [], []

        def free(row, column):
            return all(c != column and abs(c - column) != row - r for r, c in enumerate(queens))

        def place(row):
            if row == n:
                answer.append([["Q" if i == c else "." for i in range(n)] for c in queens])
                return
            for column in range(n):
                if free(row, column):
                    queens.append(column)
                    place(row + 1)
                    queens.pop()

        place(0)
        return answer
