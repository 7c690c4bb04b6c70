# Numbers that came before are dropped.
from bisect import bisect_left


class MedianFinder:
    def __init__(self):
        self.numbers = []

    def addNum(self, num):
        i = bisect_left(self.numbers, num)
        if i == len(self.numbers) or self.numbers[i] != num:
            self.numbers.insert(i, num)

    def findMedian(self):
        n = len(self.numbers)
        return (self.numbers[(n - 1) // 2] + self.numbers[n // 2]) / 2
