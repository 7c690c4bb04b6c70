# Everything is O(log n) but popMedian's search for the element: it walks down from the top, far when the median is low.
import heapq


class MedianStack:
    def __init__(self):
        self.stack = []
        self.low, self.high = [], []
        self.in_low = self.in_high = 0
        self.gone = {}

    def push(self, x):
        self.stack.append(x)
        heapq.heappush(self.low, -x)
        self.in_low += 1
        self.clean()
        heapq.heappush(self.high, -heapq.heappop(self.low))
        self.in_low -= 1
        self.in_high += 1
        self.balance()

    def pop(self):
        self.remove(self.stack.pop())

    def top(self):
        return self.stack[-1]

    def peekMedian(self):
        if self.in_low > self.in_high:
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2

    def popMedian(self):
        median = -self.low[0]
        at = len(self.stack) - 1
        while self.stack[at] != median:
            at -= 1
        del self.stack[at]
        self.remove(median)
        return median

    def remove(self, x):
        low = x <= -self.low[0]
        if low:
            self.in_low -= 1
        else:
            self.in_high -= 1
        self.gone[low, x] = self.gone.get((low, x), 0) + 1
        self.balance()

    def clean(self):
        while self.low and self.gone.get((True, -self.low[0]), 0):
            self.gone[True, -heapq.heappop(self.low)] -= 1
        while self.high and self.gone.get((False, self.high[0]), 0):
            self.gone[False, heapq.heappop(self.high)] -= 1

    def balance(self):
        self.clean()
        if self.in_high > self.in_low:
            heapq.heappush(self.low, -heapq.heappop(self.high))
            self.in_high -= 1
            self.in_low += 1
        elif self.in_low > self.in_high + 1:
            heapq.heappush(self.high, -heapq.heappop(self.low))
            self.in_low -= 1
            self.in_high += 1
        self.clean()
