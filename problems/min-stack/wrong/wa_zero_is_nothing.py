# A minimum of zero is taken for no minimum.
class MinStack:
    def __init__(self):
        self.stack = []
        self.mins = []

    def push(self, val):
        low = self.mins[-1] if self.mins else None
        self.stack.append(val)
        self.mins.append(min(val, low) if low else val)

    def pop(self):
        self.stack.pop()
        self.mins.pop()

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.mins[-1]
