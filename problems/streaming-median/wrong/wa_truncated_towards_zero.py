# int() cuts the half off, towards zero.
from bisect import insort


class MedianFinder:
    def __init__(self):
        self.numbers = []

    def addNum(self, num):
        insort(self.numbers, num)

    def findMedian(self):
        n = len(self.numbers)
        return int((self.numbers[(n - 1) // 2] + self.numbers[n // 2]) / 2)
