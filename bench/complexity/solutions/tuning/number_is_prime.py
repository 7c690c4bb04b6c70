def solve(n):
    i, c = 2, 0
    while i * i <= n:
        if n % i == 0: c += 1
        i += 1
    return c
