from bisect import insort
class MedianFinder:
    def __init__(self): self.a = []
    def addNum(self, x): insort(self.a, x)
    def findMedian(self):
        n = len(self.a)
        return self.a[n // 2] if n % 2 else (self.a[n // 2 - 1] + self.a[n // 2]) / 2
