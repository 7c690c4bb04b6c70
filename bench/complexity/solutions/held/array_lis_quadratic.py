def solve(a):
    d = [1] * len(a)
    for i in range(len(a)):
        for j in range(i):
            if a[j] < a[i]: d[i] = max(d[i], d[j] + 1)
    return max(d)
