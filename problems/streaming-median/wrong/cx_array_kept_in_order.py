# An array kept in order: quick to search, but what is behind the place moves.
from array import array
from bisect import bisect


class MedianFinder:
    def __init__(self):
        self.ordered = array("q")

    def addNum(self, num):
        self.ordered.insert(bisect(self.ordered, num), num)

    def findMedian(self):
        n = len(self.ordered)
        return (self.ordered[n // 2] + self.ordered[~(n // 2)]) / 2
