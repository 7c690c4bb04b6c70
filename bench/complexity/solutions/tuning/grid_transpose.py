def solve(g): return [list(r) for r in zip(*g)][0][0]
