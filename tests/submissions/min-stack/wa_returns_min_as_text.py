class MinStack:
    def __init__(self):
        self.stack = []

    def push(self, val):
        self.stack.append((val, min(val, self.stack[-1][1]) if self.stack else val))

    def pop(self):
        self.stack.pop()

    def top(self):
        return str(self.stack[-1][0])

    def getMin(self):
        return str(self.stack[-1][1])
