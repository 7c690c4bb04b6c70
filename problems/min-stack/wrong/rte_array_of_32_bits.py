# An array of 32-bit integers cannot hold the values just beyond them.
from array import array


class MinStack:
    def __init__(self):
        self.stack = array("i")
        self.mins = array("i")

    def push(self, val):
        self.stack.append(val)
        self.mins.append(val if not self.mins else min(val, self.mins[-1]))

    def pop(self):
        self.stack.pop()
        self.mins.pop()

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.mins[-1]
