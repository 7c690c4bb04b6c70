# The minimum is one variable, looked for again whenever it is popped: slow on descending and equal pushes.
class MinStack:
    def __init__(self):
        self.stack = []
        self.low = None

    def push(self, val):
        self.stack.append(val)
        if self.low is None or val < self.low:
            self.low = val

    def pop(self):
        if self.stack.pop() == self.low:
            self.low = min(self.stack) if self.stack else None

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.low
