# insort by an array, whose insert moves what stands behind the place: called as a function, it had no cost
from bisect import bisect
from array import array
class MedianFinder:
    def __init__(self): self.a = array('i')
    def addNum(self, num): array.insert(self.a, bisect(self.a, num), num)
    def findMedian(self):
        a = self.a; n = len(a)
        return a[n//2] if n % 2 else (a[n//2-1] + a[n//2]) / 2
