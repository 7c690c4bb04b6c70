# Takes a board and its mirror image for the same placement.
class Solution:
    def solveNQueens(self, n):
        answer, queens = [], []

        def free(row, column):
            return all(c != column and abs(c - column) != row - r for r, c in enumerate(queens))

        def place(row):
            if row == n:
                board = ["." * c + "Q" + "." * (n - c - 1) for c in queens]
                if [row[::-1] for row in board] not in answer:
                    answer.append(board)
                return
            for column in range(n):
                if free(row, column):
                    queens.append(column)
                    place(row + 1)
                    queens.pop()

        place(0)
        return answer
