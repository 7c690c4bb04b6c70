def solve(a):
    def qs(x):
        if len(x) <= 1: return x
        p = x[0]
        return qs([y for y in x[1:] if y < p]) + [p] + qs([y for y in x[1:] if y >= p])
    return qs(a)[0]
