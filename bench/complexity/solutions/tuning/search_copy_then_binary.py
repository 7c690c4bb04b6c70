def solve(a, x):
    b = a[:]
    lo, hi = 0, len(b)
    while lo < hi:
        m = (lo + hi) >> 1
        if b[m] < x: lo = m + 1
        else: hi = m
    return lo
