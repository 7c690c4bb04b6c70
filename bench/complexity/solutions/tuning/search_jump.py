def solve(a, x):
    n = len(a)
    step = int(n ** 0.5) or 1
    i = 0
    while i < n and a[min(i + step, n) - 1] < x: i += step
    for j in range(i, min(i + step, n)):
        if a[j] >= x: return j
    return n
