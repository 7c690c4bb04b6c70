# One variable holds the minimum, and nothing brings the former one back.
class MinStack:
    def __init__(self):
        self.stack = []
        self.low = float("inf")

    def push(self, val):
        self.stack.append(val)
        self.low = min(self.low, val)

    def pop(self):
        self.stack.pop()
        if not self.stack:
            self.low = float("inf")

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.low
