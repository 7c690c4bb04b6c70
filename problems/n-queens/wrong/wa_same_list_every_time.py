# Appends the working list itself, which is empty in the end.
class Solution:
    def solveNQueens(self, n):
        answer, queens = [], []

        def free(row, column):
            return all(c != column and abs(c - column) != row - r for r, c in enumerate(queens))

        def place(row):
            if row == n:
                answer.append(queens)
                return
            for column in range(n):
                if free(row, column):
                    queens.append(column)
                    place(row + 1)
                    queens.pop()

        place(0)
        return answer
