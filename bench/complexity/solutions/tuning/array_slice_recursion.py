def solve(a):
    if not a: return 0
    return a[0] + solve(a[1:])
