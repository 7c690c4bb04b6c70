def solve(n):
    def move(k, a, b, c): return 0 if k == 0 else move(k - 1, a, c, b) + 1 + move(k - 1, c, b, a)
    return move(n, 0, 1, 2)
