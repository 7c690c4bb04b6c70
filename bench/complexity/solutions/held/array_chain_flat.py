from itertools import chain
def solve(a): return len(list(chain.from_iterable([x, x] for x in a)))
