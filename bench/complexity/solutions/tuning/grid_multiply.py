def solve(g):
    n = len(g)
    out = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            s = 0
            for k in range(n): s += g[i][k] * g[k][j]
            out[i][j] = s
    return out[0][0]
