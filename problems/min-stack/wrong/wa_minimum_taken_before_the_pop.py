# The minimum is looked for while the element to be popped is still there.
class MinStack:
    def __init__(self):
        self.stack = []
        self.low = None

    def push(self, val):
        self.stack.append(val)
        if self.low is None or val < self.low:
            self.low = val

    def pop(self):
        if self.stack[-1] == self.low:
            self.low = min(self.stack)
        self.stack.pop()
        if not self.stack:
            self.low = None

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.low
