# Swaps columns into place on one array, as permutations are made, and checks the diagonals as it goes.
class Solution:
    def solveNQueens(self, n):
        queens, answer = list(range(n)), []
        self.permute(queens, 0, answer)
        return answer

    def permute(self, queens, row, answer):
        n = len(queens)
        if row == n:
            answer.append([draw_row(n, column) for column in queens])
        for other in range(row, n):
            queens[row], queens[other] = queens[other], queens[row]
            if all(abs(queens[row] - queens[above]) != row - above for above in range(row)):
                self.permute(queens, row + 1, answer)
            queens[row], queens[other] = queens[other], queens[row]


def draw_row(n, column):
    return "".join("Q" if at == column else "." for at in range(n))
