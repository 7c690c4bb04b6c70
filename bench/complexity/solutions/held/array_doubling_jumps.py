def solve(a):
    i, t = 1, 0
    while i < len(a):
        t += a[i]
        i *= 2
    return t
