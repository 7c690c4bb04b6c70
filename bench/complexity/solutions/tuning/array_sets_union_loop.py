def solve(a):
    s = set()
    for i, x in enumerate(a): s = s | {x + i * 3000}
    return len(s)
