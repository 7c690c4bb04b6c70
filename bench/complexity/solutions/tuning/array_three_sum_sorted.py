def solve(a):
    a, c = sorted(a), 0
    for i in range(len(a)):
        l, r = i + 1, len(a) - 1
        while l < r:
            s = a[i] + a[l] + a[r]
            if s == 0: c += 1
            if s < 0: l += 1
            else: r -= 1
    return c
