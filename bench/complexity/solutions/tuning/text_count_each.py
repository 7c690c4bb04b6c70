def solve(s): return max(s.count(s[i]) for i in range(len(s)))
