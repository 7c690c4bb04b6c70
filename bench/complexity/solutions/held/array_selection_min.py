def solve(a):
    a = list(a)
    out = []
    while a:
        m = min(a)
        a.remove(m)
        out.append(m)
    return out[0]
