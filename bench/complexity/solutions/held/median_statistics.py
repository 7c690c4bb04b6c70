import statistics
class MedianFinder:
    def __init__(self): self.a = []
    def addNum(self, x): self.a.append(x)
    def findMedian(self): return statistics.median(self.a)
