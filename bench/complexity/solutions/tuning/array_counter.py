from collections import Counter
def solve(a): return Counter(a).most_common(1)[0][1]
