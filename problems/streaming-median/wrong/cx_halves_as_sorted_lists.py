# The two halves are sorted lists, so numbers that land at a front move the whole half.
from bisect import insort


class MedianFinder:
    def __init__(self):
        self.low = []
        self.high = []

    def addNum(self, num):
        if self.low and num <= self.low[-1]:
            insort(self.low, num)
        else:
            insort(self.high, num)
        if len(self.low) > len(self.high) + 1:
            self.high.insert(0, self.low.pop())
        elif len(self.high) > len(self.low):
            self.low.append(self.high.pop(0))

    def findMedian(self):
        if len(self.low) > len(self.high):
            return self.low[-1]
        return (self.low[-1] + self.high[0]) / 2
