def solve(a): return max(sum(a[: i + 1]) for i in range(len(a)))
