# The minimum is remembered between questions and looked for only at the first one after a pop.
class MinStack:
    def __init__(self):
        self.stack = []
        self.low = None

    def push(self, val):
        self.stack.append(val)
        if self.low is not None and val < self.low:
            self.low = val

    def pop(self):
        self.stack.pop()
        self.low = None

    def top(self):
        return self.stack[-1]

    def getMin(self):
        if self.low is None:
            self.low = min(self.stack)
        return self.low
