def solve(a):
    d = {}
    for i, x in enumerate(a):
        d = dict(d)
        d[i] = x
    return len(d)
