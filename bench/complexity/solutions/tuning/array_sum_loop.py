def solve(a):
    t = 0
    for x in a: t += x
    return t
