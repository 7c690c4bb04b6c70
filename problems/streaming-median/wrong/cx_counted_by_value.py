# How often each value came; the values are sorted at every question: quick only while few are distinct.
from collections import Counter


class MedianFinder:
    def __init__(self):
        self.counts = Counter()
        self.total = 0

    def addNum(self, num):
        self.counts[num] += 1
        self.total += 1

    def findMedian(self):
        want = [(self.total - 1) // 2, self.total // 2]
        found = []
        seen = 0
        for value in sorted(self.counts):
            seen += self.counts[value]
            while want and want[0] < seen:
                found.append(value)
                want.pop(0)
        return sum(found) / 2
