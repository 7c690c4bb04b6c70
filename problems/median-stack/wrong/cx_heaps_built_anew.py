# push keeps two heaps in order, but each removal builds both anew from the sorted stack.
import heapq


class MedianStack:
    def __init__(self):
        self.stack = []
        self.low, self.high = [], []

    def push(self, x):
        self.stack.append(x)
        heapq.heappush(self.high, -heapq.heappushpop(self.low, -x))
        if len(self.high) > len(self.low):
            heapq.heappush(self.low, -heapq.heappop(self.high))

    def pop(self):
        self.stack.pop()
        self.rebuild()

    def top(self):
        return self.stack[-1]

    def peekMedian(self):
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2

    def popMedian(self):
        median = -self.low[0]
        at = len(self.stack) - 1 - self.stack[::-1].index(median)
        del self.stack[at]
        self.rebuild()
        return median

    def rebuild(self):
        ordered = sorted(self.stack)
        half = (len(ordered) + 1) // 2
        self.low = [-x for x in ordered[:half]][::-1]
        self.high = ordered[half:]
