# Looks at every choice of n squares of the board.
class Solution:
    def solveNQueens(self, n):
        answer = []
        for squares in combinations(range(n * n), n):
            queens = [divmod(square, n) for square in squares]
            if all(
                r1 != r2 and c1 != c2 and abs(r1 - r2) != abs(c1 - c2)
                for (r1, c1), (r2, c2) in combinations(queens, 2)
            ):
                answer.append(["." * c + "Q" + "." * (n - c - 1) for _, c in queens])
        return answer
