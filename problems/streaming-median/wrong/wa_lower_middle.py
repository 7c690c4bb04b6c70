# Of an even number of values the lower middle one is returned.
from bisect import insort


class MedianFinder:
    def __init__(self):
        self.numbers = []

    def addNum(self, num):
        insort(self.numbers, num)

    def findMedian(self):
        return float(self.numbers[(len(self.numbers) - 1) // 2])
