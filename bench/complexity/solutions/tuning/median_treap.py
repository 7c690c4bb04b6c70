import random
class MedianFinder:
    def __init__(self): self.root = None
    def _size(self, t): return t[4] if t else 0
    def _fix(self, t):
        t[4] = 1 + self._size(t[2]) + self._size(t[3])
        return t
    def _split(self, t, x):
        if not t: return None, None
        if t[0] < x:
            t[3], r = self._split(t[3], x)
            return self._fix(t), r
        l, t[2] = self._split(t[2], x)
        return l, self._fix(t)
    def _merge(self, a, b):
        if not a or not b: return a or b
        if a[1] < b[1]:
            a[3] = self._merge(a[3], b)
            return self._fix(a)
        b[2] = self._merge(a, b[2])
        return self._fix(b)
    def addNum(self, x):
        l, r = self._split(self.root, x)
        self.root = self._merge(self._merge(l, [x, random.random(), None, None, 1]), r)
    def _kth(self, k):
        t = self.root
        while True:
            s = self._size(t[2])
            if k < s: t = t[2]
            elif k == s: return t[0]
            else:
                k -= s + 1
                t = t[3]
    def findMedian(self):
        n = self._size(self.root)
        return self._kth(n // 2) if n % 2 else (self._kth(n // 2 - 1) + self._kth(n // 2)) / 2
