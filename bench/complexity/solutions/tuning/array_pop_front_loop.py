def solve(a):
    a = list(a)
    t = 0
    while a: t += a.pop(0)
    return t
