# A variable of the module has the name of a forbidden module
"""A name of its own at module level that happens to be a module's."""
from typing import List

queue: List[int] = []
sched = 0


class MinHeap:
    def __init__(self, items):
        global sched
        sched += 1
        self.a = queue + items
        for i in reversed(range(len(self.a) // 2)):
            self._down(i)

    def _down(self, i):
        a, n = self.a, len(self.a)
        x = a[i]
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c + 1] < a[c]:
                c += 1
            if a[c] >= x:
                break
            a[i], i = a[c], c
        a[i] = x

    def insert(self, x):
        a = self.a
        a.append(x)
        i = len(a) - 1
        while i and a[p := (i - 1) // 2] > x:
            a[i], i = a[p], p
        a[i] = x

    def extractMin(self):
        a = self.a
        x = a[0]
        y = a.pop()
        if a:
            a[0] = y
            self._down(0)
        return x

    def peekMin(self):
        return self.a[0]
