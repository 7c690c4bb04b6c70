from functools import reduce
def solve(a): return reduce(lambda x, y: x ^ y, a)
