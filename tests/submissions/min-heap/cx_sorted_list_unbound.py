# A sorted list: an alias of list.insert places, Counter.most_common sorts, both called as functions
from bisect import bisect_left
from collections import Counter
class MinHeap:
    place = staticmethod(list.insert)
    def __init__(self, items): self.a = [v for _, v in Counter.most_common(Counter({i: -x for i, x in enumerate(items)}))][::-1]
    def insert(self, x): self.place(self.a, bisect_left(self.a, -x), -x)
    def extractMin(self): return -self.a.pop()
    def peekMin(self): return -self.a[-1]
