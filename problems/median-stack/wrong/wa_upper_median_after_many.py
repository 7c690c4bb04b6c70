# After 200 calls popMedian removes the larger of the two middle ones.
from bisect import bisect_left, insort


class MedianStack:
    def __init__(self):
        self.stack = []
        self.ordered = []
        self.taken = 0

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
        self.taken += 1
        median = self.ordered.pop((len(self.ordered) - (self.taken <= 200)) // 2)
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at] == median:
                self.stack.pop(at)
                break
        return median
