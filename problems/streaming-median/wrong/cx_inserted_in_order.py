# Binary search finds the place, but the list moves all numbers behind it.
import bisect


class MedianFinder:
    def __init__(self):
        self.numbers = []

    def addNum(self, num):
        bisect.insort(self.numbers, num)

    def findMedian(self):
        half, odd = divmod(len(self.numbers), 2)
        if odd:
            return self.numbers[half]
        return (self.numbers[half - 1] + self.numbers[half]) / 2
