def solve(s): return len(" ".join(s.replace("a", "a ").split()))
