# Numbers to be dropped from the heaps are noted in a set, so a second removal of the same value is forgotten.
import heapq


class MedianStack:
    def __init__(self):
        self.stack = []
        self.low, self.high = [], []
        self.in_low = self.in_high = 0
        self.gone_low, self.gone_high = set(), set()

    def push(self, x):
        self.stack.append(x)
        if self.in_low == 0 or x <= -self.low[0]:
            heapq.heappush(self.low, -x)
            self.in_low += 1
        else:
            heapq.heappush(self.high, x)
            self.in_high += 1
        self.balance()

    def pop(self):
        self.remove(self.stack.pop())

    def top(self):
        return self.stack[-1] if self.stack else 0

    def peekMedian(self):
        if self.in_low > self.in_high or not self.high:
            return -self.low[0] if self.low else 0
        return ((-self.low[0] if self.low else 0) + self.high[0]) / 2

    def popMedian(self):
        median = -self.low[0] if self.low else self.stack[-1]
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at] == median:
                del self.stack[at]
                break
        self.remove(median)
        return median

    def remove(self, x):
        if self.low and x <= -self.low[0]:
            self.in_low -= 1
            self.gone_low.add(x)
        else:
            self.in_high -= 1
            self.gone_high.add(x)
        self.balance()

    def balance(self):
        self.clean()
        if self.in_low > self.in_high + 1 and self.low:
            heapq.heappush(self.high, -heapq.heappop(self.low))
            self.in_low -= 1
            self.in_high += 1
        elif self.in_high > self.in_low and self.high:
            heapq.heappush(self.low, -heapq.heappop(self.high))
            self.in_low += 1
            self.in_high -= 1
        self.clean()

    def clean(self):
        while self.low and -self.low[0] in self.gone_low:
            self.gone_low.discard(-heapq.heappop(self.low))
        while self.high and self.high[0] in self.gone_high:
            self.gone_high.discard(heapq.heappop(self.high))
