def solve(a):
    s, t = [], 0
    for x in a:
        while s and s[-1] > x: t += s.pop()
        s.append(x)
    return t
