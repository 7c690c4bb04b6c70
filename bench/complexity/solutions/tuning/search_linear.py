def solve(a, x):
    for i, y in enumerate(a):
        if y == x: return i
    return -1
