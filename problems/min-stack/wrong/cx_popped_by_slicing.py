# Popping by slicing copies all the rest.
class MinStack:
    def __init__(self):
        self.stack = []
        self.mins = []

    def push(self, val):
        self.stack.append(val)
        self.mins.append(val if not self.mins else min(val, self.mins[-1]))

    def pop(self):
        self.stack = self.stack[:-1]
        self.mins = self.mins[:-1]

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.mins[-1]
