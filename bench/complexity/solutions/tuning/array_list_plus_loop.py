def solve(a):
    out = []
    for x in a: out = out + [x]
    return len(out)
