from collections import Counter
def solve(s): return Counter(s) == Counter(reversed(s))
