def solve(a):
    best = a[0]
    for i in range(0, 100): best = max(best, a[i % len(a)])
    return best
