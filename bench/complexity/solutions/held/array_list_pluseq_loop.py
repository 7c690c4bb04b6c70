def solve(a):
    out = []
    for x in a: out += [x]
    return len(out)
