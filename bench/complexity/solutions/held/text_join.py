def solve(s): return "".join(c.upper() for c in s)
