import random
from bisect import insort


class MedianFinder:
    """A random sample of at most 512 numbers stands for all."""

    def __init__(self):
        self.sample = []
        self.seen = 0

    def addNum(self, num):
        self.seen += 1
        if len(self.sample) < 512:
            insort(self.sample, num)
        elif random.randrange(self.seen) < 512:
            del self.sample[random.randrange(512)]
            insort(self.sample, num)

    def findMedian(self):
        n = len(self.sample)
        return (self.sample[(n - 1) // 2] + self.sample[n // 2]) / 2
