def solve(n):
    out = [[]]
    for i in range(n): out += [s + [i] for s in out]
    return len(out)
