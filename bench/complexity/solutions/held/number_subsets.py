def solve(n):
    def go(i): return 1 if i == n else go(i + 1) + go(i + 1)
    return go(0)
