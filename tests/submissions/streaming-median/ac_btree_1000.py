"""A B-tree of pages of at most 1000 sorted numbers and Fenwick-less sizes; constant pages, logarithmic depth."""
from bisect import insort_right, bisect_right
from itertools import accumulate

FULL = 1000


class Leaf:
    __slots__ = ("a",)
    def __init__(self, a): self.a = a
    def __len__(self): return len(self.a)
    def add(self, x):
        insort_right(self.a, x)
        if len(self.a) > FULL:
            h = len(self.a) // 2
            right = Leaf(self.a[h:])
            del self.a[h:]
            return right
    def kth(self, k): return self.a[k]
    def least(self): return self.a[0]


class Inner:
    __slots__ = ("lows", "kids", "sizes", "n")
    def __init__(self, kids):
        self.kids = kids
        self.lows = [k.least() for k in kids]
        self.sizes = [len(k) for k in kids]
        self.n = sum(self.sizes)
    def __len__(self): return self.n
    def least(self): return self.lows[0]
    def add(self, x):
        i = max(0, bisect_right(self.lows, x) - 1)
        self.lows[i] = min(self.lows[i], x)
        self.n += 1
        self.sizes[i] += 1
        if new := self.kids[i].add(x):
            self.kids.insert(i + 1, new)
            self.lows.insert(i + 1, new.least())
            self.sizes[i] = len(self.kids[i])
            self.sizes.insert(i + 1, len(new))
            if len(self.kids) > FULL // 16:
                h = len(self.kids) // 2
                right = Inner(self.kids[h:])
                del self.kids[h:], self.lows[h:], self.sizes[h:]
                self.n -= right.n
                return right
    def kth(self, k):
        for kid, size in zip(self.kids, self.sizes):
            if k < size:
                return kid.kth(k)
            k -= size


class MedianFinder:
    def __init__(self):
        self.root = Leaf([])
        self.two = (0, 0)

    def addNum(self, num):
        if new := self.root.add(num):
            self.root = Inner([self.root, new])
        n = len(self.root)
        self.two = self.root.kth((n - 1) // 2), self.root.kth(n // 2)

    def findMedian(self):
        return sum(self.two) / 2
