def solve(a):
    c = 0
    for i, x in enumerate(a):
        if x in a[:i]: c += 1
    return c
