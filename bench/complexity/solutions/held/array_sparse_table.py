def solve(a):
    rows = [a]
    k = 1
    while 2 * k <= len(a):
        p = rows[-1]
        rows.append([min(p[i], p[i + k]) for i in range(len(a) - 2 * k + 1)])
        k *= 2
    return rows[-1][0]
