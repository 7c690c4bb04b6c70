# The stack is a tuple that is made anew at every push.
class MinStack:
    def __init__(self):
        self.stack = ()
        self.mins = []

    def push(self, val):
        self.stack = self.stack + (val,)
        if not self.mins or val <= self.mins[-1]:
            self.mins.append(val)

    def pop(self):
        if self.stack[-1] == self.mins[-1]:
            self.mins.pop()
        self.stack = self.stack[: len(self.stack) - 1]

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.mins[-1]
