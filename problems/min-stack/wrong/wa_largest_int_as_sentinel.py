# 2**31 - 1 stands for infinity, but larger values are pushed too.
class MinStack:
    def __init__(self):
        self.stack = []
        self.mins = [2**31 - 1]

    def push(self, val):
        self.stack.append(val)
        self.mins.append(min(val, self.mins[-1]))

    def pop(self):
        self.stack.pop()
        self.mins.pop()

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.mins[-1]
