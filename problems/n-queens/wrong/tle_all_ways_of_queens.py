# Looks at every way to put one queen in each row, n to the power of n of them.
class Solution:
    def solveNQueens(self, n):
        answer = []
        for queens in product(range(n), repeat=n):
            if all(
                queens[i] != queens[j] and abs(queens[i] - queens[j]) != j - i
                for i in range(n)
                for j in range(i + 1, n)
            ):
                answer.append(["." * c + "Q" + "." * (n - c - 1) for c in queens])
        return answer
