import functools
def solve(a): return sorted(a, key=functools.cmp_to_key(lambda x, y: (x > y) - (x < y)))[0]
