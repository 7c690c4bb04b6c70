# A sorted list beside the stack: insort and deleting from the middle move O(n) elements.
from bisect import bisect_left, insort


class MedianStack:
    def __init__(self):
        self.stack = []
        self.places = {}
        self.ordered = []

    def push(self, x):
        self.places.setdefault(x, []).append(len(self.stack))
        self.stack.append(x)
        insort(self.ordered, x)

    def pop(self):
        self.remove(self.stack[-1])

    def top(self):
        return self.stack[-1]

    def peekMedian(self):
        n = len(self.ordered)
        return (self.ordered[(n - 1) // 2] + self.ordered[n // 2]) / 2

    def popMedian(self):
        median = self.ordered[(len(self.ordered) - 1) // 2]
        self.remove(median)
        return median

    def remove(self, value):
        del self.ordered[bisect_left(self.ordered, value)]
        self.stack[self.places[value].pop()] = None
        while self.stack and self.stack[-1] is None:
            self.stack.pop()
