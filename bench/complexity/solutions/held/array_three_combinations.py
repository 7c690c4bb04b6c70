from itertools import combinations
def solve(a): return sum(1 for x, y, z in combinations(a, 3) if x + y == z)
