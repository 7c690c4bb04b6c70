def solve(a):
    n, c = len(a), 0
    for i in range(n):
        for j in range(i + 1, n):
            for k in range(j + 1, n):
                if a[i] + a[j] + a[k] == 0: c += 1
    return c
