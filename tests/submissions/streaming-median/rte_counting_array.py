class MedianFinder:
    """A counting array for values from -1000 to 1000."""

    def __init__(self):
        self.counts = [0] * 2001
        self.n = 0

    def addNum(self, num):
        self.counts[num + 1000] += 1
        self.n += 1

    def _nth(self, k):
        for value, count in enumerate(self.counts):
            k -= count
            if k < 0:
                return value - 1000

    def findMedian(self):
        return (self._nth((self.n - 1) // 2) + self._nth(self.n // 2)) / 2
