class MedianFinder:
    def __init__(self): self.a = []
    def addNum(self, x):
        i = 0
        while i < len(self.a) and self.a[i] < x: i += 1
        self.a.insert(i, x)
    def findMedian(self):
        n = len(self.a)
        return self.a[n // 2] if n % 2 else (self.a[n // 2 - 1] + self.a[n // 2]) / 2
