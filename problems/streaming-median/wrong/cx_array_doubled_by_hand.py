# A heap in an array of fixed size, copied element by element into one twice as long when it is full: one addNum in many is O(n).
class Heap:
    def __init__(self):
        self.room = 4
        self.size = 0
        self.a = [0] * 4

    def push(self, x):
        if self.size == self.room:
            bigger = [0] * (2 * self.room)
            for i in range(self.size):
                bigger[i] = self.a[i]
            self.a = bigger
            self.room *= 2
        a = self.a
        i = self.size
        self.size += 1
        while i > 0:
            up = (i - 1) >> 1
            if a[up] <= x:
                break
            a[i] = a[up]
            i = up
        a[i] = x

    def pop(self):
        a = self.a
        result = a[0]
        self.size -= 1
        n = self.size
        x = a[n]
        i = 0
        while 2 * i + 1 < n:
            child = 2 * i + 1
            if child + 1 < n and a[child + 1] < a[child]:
                child += 1
            if x <= a[child]:
                break
            a[i] = a[child]
            i = child
        a[i] = x
        return result


class MedianFinder:
    def __init__(self):
        self.low = Heap()
        self.high = Heap()

    def addNum(self, num):
        self.low.push(-num)
        self.high.push(-self.low.pop())
        if self.high.size > self.low.size:
            self.low.push(-self.high.pop())

    def findMedian(self):
        if self.low.size > self.high.size:
            return float(-self.low.a[0])
        return (self.high.a[0] - self.low.a[0]) / 2
