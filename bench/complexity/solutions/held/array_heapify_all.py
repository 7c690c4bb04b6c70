from heapq import heapify, heappop
def solve(a):
    h = list(a)
    heapify(h)
    last = None
    while h: last = heappop(h)
    return last
