import bisect
def solve(a, x): return bisect.bisect_left(a, x)
