# The constructor takes the first 64 elements.
class MinHeap:
    def __init__(self, items):
        self.h = []
        for x in items[:64]:
            self.insert(x)

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
        i = 0
        if h:
            h[0] = l
            while 2 * i + 1 < len(h):
                c = 2 * i + 1
                if c + 1 < len(h) and h[c + 1] < h[c]:
                    c += 1
                if h[i] <= h[c]:
                    break
                h[i], h[c] = h[c], h[i]
                i = c
        return m

    def peekMin(self):
        return self.h[0]
