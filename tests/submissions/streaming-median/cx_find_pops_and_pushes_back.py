import heapq


class MedianFinder:
    """Two heaps, but the middle numbers are taken out and put back at every question: O(log n)."""

    def __init__(self):
        self.low = []
        self.high = []

    def addNum(self, num: int) -> None:
        heapq.heappush(self.high, -heapq.heappushpop(self.low, -num))
        if len(self.high) > len(self.low):
            heapq.heappush(self.low, -heapq.heappop(self.high))

    def findMedian(self) -> float:
        below = -heapq.heappop(self.low)
        heapq.heappush(self.low, -below)
        if len(self.low) > len(self.high):
            return below
        above = heapq.heappop(self.high)
        heapq.heappush(self.high, above)
        return (below + above) / 2
