# The first number after a question sorts both halves.
from heapq import heappop, heappush, heappushpop


class MedianFinder:
    def __init__(self):
        self.low, self.high = [], []
        self.asked = False

    def addNum(self, num):
        if self.asked:
            self.low = sorted(self.low)
            self.high = sorted(self.high)
            self.asked = False
        heappush(self.high, -heappushpop(self.low, -num))
        if len(self.high) > len(self.low):
            heappush(self.low, -heappop(self.high))

    def findMedian(self):
        self.asked = True
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2
