def solve(a):
    seen, c = set(), 0
    for x in a:
        if x in seen: c += 1
        seen.add(x)
    return c
