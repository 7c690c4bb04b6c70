def solve(g):
    best = 0
    for r in g:
        for i in range(len(r)): best = max(best, sum(r[: i + 1]))
    return best
