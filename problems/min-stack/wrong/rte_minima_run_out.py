# Equal minima are pushed once and popped each time, until the second stack is empty.
class MinStack:
    def __init__(self):
        self.stack = []
        self.mins = []

    def push(self, val):
        self.stack.append(val)
        if not self.mins or val < self.mins[-1]:
            self.mins.append(val)

    def pop(self):
        if self.stack.pop() == self.mins[-1]:
            self.mins.pop()

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.mins[-1]
