def solve(a):
    out = []
    for x in a: out.insert(0, x)
    return out[0]
