import heapq
def solve(a): return heapq.nlargest(3, a)[0]
