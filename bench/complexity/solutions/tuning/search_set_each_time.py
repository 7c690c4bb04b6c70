def solve(a, x): return x in set(a)
