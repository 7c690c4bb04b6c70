def solve(n): return sum(i % 3 for i in range(n))
