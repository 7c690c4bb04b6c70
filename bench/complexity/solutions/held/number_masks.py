def solve(n):
    c = 0
    for m in range(1 << n):
        c += m & 1
    return c
