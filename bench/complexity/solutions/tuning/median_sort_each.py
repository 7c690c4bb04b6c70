class MedianFinder:
    def __init__(self): self.a = []
    def addNum(self, x): self.a.append(x)
    def findMedian(self):
        self.a.sort()
        n = len(self.a)
        return self.a[n // 2] if n % 2 else (self.a[n // 2 - 1] + self.a[n // 2]) / 2
