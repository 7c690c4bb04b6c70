def solve(n):
    r, b = 1, 3
    while n:
        if n & 1: r = r * b % 1000007
        b = b * b % 1000007
        n >>= 1
    return r
