from itertools import accumulate
def solve(a): return max(accumulate(a))
