def solve(g):
    cols = list(zip(*g))
    return [[sum(x * y for x, y in zip(r, c)) for c in cols] for r in g][0][0]
