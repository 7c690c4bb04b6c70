# "To be on the safe side" every 1,024th push works all minima out again: that call is O(n).
from itertools import accumulate


class MinStack:
    def __init__(self):
        self.stack = []
        self.mins = []
        self.pushes = 0

    def push(self, val):
        self.pushes += 1
        self.stack.append(val)
        if self.pushes % 1024 == 0:
            self.mins = list(accumulate(self.stack, min))
        else:
            self.mins.append(min(val, self.mins[-1]) if self.mins else val)

    def pop(self):
        self.mins.pop()
        return self.stack.pop()

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.mins[-1]
