def solve(a):
    t = 0
    for i in range(len(a)):
        b = sorted(a, key=lambda x: (x * 7919 + 13) % 1000003 if i >= 0 else x)
        t += b[0]
    return t
