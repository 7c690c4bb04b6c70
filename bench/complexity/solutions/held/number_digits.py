def solve(n):
    c = 0
    while n > 0:
        c += n % 2
        n //= 2
    return c
