# A sorted copy beside the stack: finding the place is quick, making room there is not.
from bisect import bisect_left, insort


class MinStack:
    def __init__(self):
        self.stack = []
        self.ordered = []

    def push(self, val):
        self.stack.append(val)
        insort(self.ordered, val)

    def pop(self):
        val = self.stack.pop()
        del self.ordered[bisect_left(self.ordered, val)]

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.ordered[0]
