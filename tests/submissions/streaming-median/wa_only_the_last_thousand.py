# Only the last thousand numbers are kept.
from bisect import bisect_left, insort
from collections import deque


class MedianFinder:
    def __init__(self):
        self.recent = deque()
        self.numbers = []

    def addNum(self, num):
        self.recent.append(num)
        insort(self.numbers, num)
        if len(self.recent) > 1000:
            del self.numbers[bisect_left(self.numbers, self.recent.popleft())]

    def findMedian(self):
        n = len(self.numbers)
        return (self.numbers[(n - 1) // 2] + self.numbers[n // 2]) / 2
