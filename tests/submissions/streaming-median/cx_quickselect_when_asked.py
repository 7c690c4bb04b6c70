import random


class MedianFinder:
    def __init__(self):
        self.a = []

    def addNum(self, num):
        self.a.append(num)

    def _select(self, k):
        a = self.a
        while True:
            pivot = random.choice(a)
            less = [x for x in a if x < pivot]
            equal = a.count(pivot)
            if k < len(less):
                a = less
            elif k < len(less) + equal:
                return pivot
            else:
                k -= len(less) + equal
                a = [x for x in a if x > pivot]

    def findMedian(self):
        n = len(self.a)
        return (self._select((n - 1) // 2) + self._select(n // 2)) / 2
