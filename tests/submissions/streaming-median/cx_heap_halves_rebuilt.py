import heapq


class MedianFinder:
    """The halves are exchanged by rebuilding both heaps whenever their tops are out of order."""

    def __init__(self):
        self.low = []
        self.high = []

    def addNum(self, num):
        if len(self.low) == len(self.high):
            self.low.append(-num)
            heapq.heapify(self.low)
        else:
            self.high.append(num)
            heapq.heapify(self.high)
        if self.high and -self.low[0] > self.high[0]:
            a, b = -heapq.heappop(self.low), heapq.heappop(self.high)
            heapq.heappush(self.low, -b)
            heapq.heappush(self.high, a)

    def findMedian(self):
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2
