class MedianFinder:
    def __init__(self): self.a = []
    def addNum(self, x): self.a.append(x)
    def findMedian(self):
        s = sorted(self.a)
        n = len(s)
        return s[n // 2] if n % 2 else (s[n // 2 - 1] + s[n // 2]) / 2
