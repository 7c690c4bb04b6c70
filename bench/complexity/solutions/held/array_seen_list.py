def solve(a):
    seen = []
    for x in a:
        if x not in seen: seen.append(x)
    return len(seen)
