class Heap:
    def __init__(self, before):
        self.a = []
        self.before = before

    def push(self, x):
        a, i = self.a, len(self.a)
        a.append(x)
        while i:
            p = (i - 1) >> 1
            if not self.before(a[i], a[p]):
                break
            a[i], a[p] = a[p], a[i]
            i = p

    def pop(self):
        a = self.a
        a[0], a[-1] = a[-1], a[0]
        top = a.pop()
        i, n = 0, len(a)
        while True:
            best = i
            for c in (2 * i + 1, 2 * i + 2):
                if c < n and self.before(a[c], a[best]):
                    best = c
            if best == i:
                return top
            a[i], a[best] = a[best], a[i]
            i = best


class MedianFinder:
    def __init__(self):
        self.lo = Heap(lambda x, y: x > y)
        self.hi = Heap(lambda x, y: x < y)

    def addNum(self, num):
        self.lo.push(num)
        self.hi.push(self.lo.pop())
        if len(self.hi.a) > len(self.lo.a):
            self.lo.push(self.hi.pop())
        return self

    def findMedian(self):
        if len(self.lo.a) != len(self.hi.a):
            return self.lo.a[0]
        return (self.lo.a[0] + self.hi.a[0]) * 0.5
