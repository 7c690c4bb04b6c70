def solve(a):
    n = len(a)
    t = [0] * (n + 1)
    total = 0
    for i in range(n):
        j = i + 1
        while j <= n:
            t[j] += a[i]
            j += j & -j
        j = i + 1
        while j:
            total += t[j]
            j -= j & -j
    return total
