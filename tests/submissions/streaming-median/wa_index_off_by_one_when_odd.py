from bisect import insort


class MedianFinder:
    def __init__(self):
        self.a = []

    def addNum(self, num):
        insort(self.a, num)

    def findMedian(self):
        n = len(self.a)
        return (self.a[n // 2 - 1] + self.a[n // 2]) / 2
