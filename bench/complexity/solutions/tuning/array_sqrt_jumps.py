def solve(a):
    n = len(a)
    i = t = 0
    while i * i < n:
        t += a[i * i]
        i += 1
    return t
