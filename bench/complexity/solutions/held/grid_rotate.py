def solve(g):
    n = len(g)
    out = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n): out[j][n - 1 - i] = g[i][j]
    return out[0][0]
