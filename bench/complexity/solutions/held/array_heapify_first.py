import heapq
def solve(a):
    h = a[:]
    heapq.heapify(h)
    return h[0]
