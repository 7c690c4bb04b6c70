def solve(a, x):
    k = 1
    while k < len(a) and a[k] < x: k *= 2
    lo, hi = k // 2, min(k + 1, len(a))
    while lo < hi:
        m = (lo + hi) // 2
        if a[m] < x: lo = m + 1
        else: hi = m
    return lo
