def solve(n):
    c, i = 0, 0
    while i * i < n:
        j = 0
        while j * j < n:
            c += 1
            j += 1
        i += 1
    return c
