from bisect import bisect_left
def solve(a):
    t = []
    for x in a:
        i = bisect_left(t, x)
        if i == len(t): t.append(x)
        else: t[i] = x
    return len(t)
