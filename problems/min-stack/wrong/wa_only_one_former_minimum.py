# Only one former minimum is kept, so losing two in a row forgets the third.
class MinStack:
    def __init__(self):
        self.stack = []
        self.low = None
        self.former = None

    def push(self, val):
        self.stack.append(val)
        if self.low is None or val <= self.low:
            self.former, self.low = self.low, val

    def pop(self):
        if self.stack.pop() == self.low:
            self.low = self.former
        if not self.stack:
            self.low = self.former = None

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.low
