def solve(a):
    t = 0
    while a:
        t += a[0]
        a = a[1:]
    return t
