def solve(a):
    best = a[0]
    for i in range(len(a)):
        for j in range(i, len(a)): best = max(best, sum(a[i : j + 1]))
    return best
