def solve(a): return sum(a.index(x) for x in a)
