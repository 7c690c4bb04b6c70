def solve(a, x):
    if not a: return 0
    m = len(a) // 2
    if a[m] == x: return m
    return solve(a[:m], x) if a[m] > x else m + 1 + solve(a[m + 1 :], x)
