from bisect import insort
def solve(a):
    out = []
    for x in a: insort(out, x)
    return out[0]
