def solve(a, x): return a.index(x) if x in a else -1
