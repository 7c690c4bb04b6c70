# What was taken off above the maximum comes back upside down.
class MaxStack:
    def __init__(self):
        self.stack = []

    def push(self, x):
        self.stack.append(x)

    def pop(self):
        return self.stack.pop()

    def top(self):
        return self.stack[-1]

    def peekMax(self):
        return max(self.stack)

    def popMax(self):
        largest = max(self.stack)
        above = []
        while self.stack[-1] != largest:
            above.append(self.stack.pop())
        self.stack.pop()
        self.stack.extend(above)
        return largest
