import struct
from bisect import insort


class MedianFinder:
    """Single precision loses the half of large odd sums."""

    def __init__(self):
        self.a = []

    def addNum(self, num):
        insort(self.a, num)

    def findMedian(self):
        n = len(self.a)
        exact = (self.a[(n - 1) // 2] + self.a[n // 2]) / 2
        return struct.unpack("f", struct.pack("f", exact))[0]
