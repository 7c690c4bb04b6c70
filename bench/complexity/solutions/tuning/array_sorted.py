def solve(a): return sorted(a)[len(a) // 2]
