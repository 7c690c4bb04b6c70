def solve(g):
    row = [10**9] * (len(g) + 1)
    row[1] = 0
    for r in g:
        for j, x in enumerate(r): row[j + 1] = x + min(row[j], row[j + 1])
        row[0] = 10**9
    return row[-1]
