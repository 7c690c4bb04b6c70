# Blocks of a thousand sorted numbers, as in the well-known sorted list: insort moves within one of them
from bisect import insort, bisect_right


class MedianFinder:
    """A two-level B-tree: leaves of at most LEAF sorted numbers, and their largest."""

    LEAF = 1000

    def __init__(self):
        self.leaves = [[]]
        self.tops = []
        self.size = 0
        self.where = 0  # leaf of the lower middle
        self.before = 0  # numbers in the leaves before it

    def addNum(self, num):
        at = bisect_right(self.tops, num)
        if at == len(self.leaves):
            at -= 1
        leaf = self.leaves[at]
        insort(leaf, num)
        if at < self.where:
            self.before += 1
        self.size += 1
        if len(leaf) > self.LEAF:
            half = len(leaf) // 2
            left, right = leaf[:half], leaf[half:]
            self.leaves[at : at + 1] = [left, right]
            self.tops.insert(at, right[0])
            if at < self.where:
                self.where += 1
        lower = (self.size - 1) // 2
        while self.before > lower:
            self.where -= 1
            self.before -= len(self.leaves[self.where])
        while self.before + len(self.leaves[self.where]) <= lower:
            self.before += len(self.leaves[self.where])
            self.where += 1

    def findMedian(self):
        lower = (self.size - 1) // 2 - self.before
        leaf = self.leaves[self.where]
        a = leaf[lower]
        if self.size % 2:
            return a
        b = leaf[lower + 1] if lower + 1 < len(leaf) else self.leaves[self.where + 1][0]
        return (a + b) / 2
