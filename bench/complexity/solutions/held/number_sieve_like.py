def solve(n):
    c = 0
    for i in range(1, n + 1):
        for j in range(i, n + 1, i): c += 1
    return c
