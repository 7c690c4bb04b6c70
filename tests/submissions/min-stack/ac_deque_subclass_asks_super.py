from collections import deque


class Stack(deque):
    def __getitem__(self, at):
        if not self:
            raise IndexError("empty stack")
        return super().__getitem__(at)

    def __delitem__(self, at):
        super().__delitem__(at)


class MinStack:
    def __init__(self):
        self.stack = Stack()

    def push(self, val):
        self.stack.append((val, min(val, self.stack[-1][1]) if self.stack else val))

    def pop(self):
        del self.stack[-1]

    def top(self):
        return self.stack[-1][0]

    def getMin(self):
        return self.stack[-1][1]
