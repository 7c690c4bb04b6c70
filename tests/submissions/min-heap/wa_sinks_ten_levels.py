# An element sinks ten levels at most.
class MinHeap:
    def __init__(self, items):
        self.h = list(items)
        for i in reversed(range(len(self.h) // 2)):
            self.down(i)

    def down(self, i):
        h, n = self.h, len(self.h)
        for _ in range(10):
            c = 2 * i + 1
            if c >= n:
                return
            if c + 1 < n and h[c + 1] < h[c]:
                c += 1
            if h[i] <= h[c]:
                return
            h[i], h[c] = h[c], h[i]
            i = c

    def insert(self, x):
        h = self.h
        h.append(x)
        i = len(h) - 1
        while i and h[(i - 1) // 2] > h[i]:
            h[i], h[(i - 1) // 2] = h[(i - 1) // 2], h[i]
            i = (i - 1) // 2

    def extractMin(self):
        h = self.h
        m, l = h[0], h.pop()
        if h:
            h[0] = l
            self.down(0)
        return m

    def peekMin(self):
        return self.h[0]
