def solve(a): return max(a.count(x) for x in a)
