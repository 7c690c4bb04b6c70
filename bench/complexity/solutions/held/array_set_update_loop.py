def solve(a):
    s = set()
    for x in a: s |= {x}
    return len(s)
