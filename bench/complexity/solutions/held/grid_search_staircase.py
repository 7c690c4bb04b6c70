def solve(g):
    i, j, c = 0, len(g) - 1, 0
    while i < len(g) and j >= 0:
        c += g[i][j]
        if (i + j) % 2: i += 1
        else: j -= 1
    return c
