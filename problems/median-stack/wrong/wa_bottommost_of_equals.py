# Of equal elements popMedian removes the one that was pushed first: list.remove looks from the bottom.
from bisect import bisect_left, insort


class MedianStack:
    def __init__(self):
        self.stack = []
        self.ordered = []

    def push(self, x):
        self.stack.append(x)
        insort(self.ordered, x)

    def pop(self):
        del self.ordered[bisect_left(self.ordered, self.stack.pop())]

    def top(self):
        return self.stack[-1]

    def peekMedian(self):
        n = len(self.ordered)
        return (self.ordered[(n - 1) // 2] + self.ordered[n // 2]) / 2

    def popMedian(self):
        median = self.ordered.pop((len(self.ordered) - 1) // 2)
        self.stack.remove(median)
        return median
