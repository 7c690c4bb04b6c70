from __future__ import annotations


class MinHeap:
    queue: list[int]

    def __init__(self, items):
        self.queue = items[:]
        for i in reversed(range(len(items) // 2)):
            self._down(i)

    def _down(self, i):
        h = self.queue
        while (c := 2 * i + 1) < len(h):
            if c + 1 < len(h) and h[c + 1] < h[c]:
                c += 1
            if h[i] <= h[c]:
                return
            h[i], h[c] = h[c], h[i]
            i = c

    def insert(self, x):
        h = self.queue
        h.append(x)
        i = len(h) - 1
        while i and h[i] < h[p := (i - 1) // 2]:
            h[i], h[p] = h[p], h[i]
            i = p

    def extractMin(self):
        h = self.queue
        h[0], h[-1] = h[-1], h[0]
        x = h.pop()
        self._down(0)
        return x

    def peekMin(self):
        return self.queue[0]
