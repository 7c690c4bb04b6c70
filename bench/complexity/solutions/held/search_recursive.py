def solve(a, x):
    def go(lo, hi):
        if lo >= hi: return lo
        m = (lo + hi) // 2
        return go(m + 1, hi) if a[m] < x else go(lo, m)
    return go(0, len(a))
