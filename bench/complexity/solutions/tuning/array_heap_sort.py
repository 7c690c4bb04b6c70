import heapq
def solve(a):
    h = []
    for x in a: heapq.heappush(h, x)
    return [heapq.heappop(h) for _ in range(len(h))][0]
