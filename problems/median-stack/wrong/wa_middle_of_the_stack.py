# The median is taken by position in the stack, not by value.
class MedianStack:
    def __init__(self):
        self.stack = []

    def push(self, x):
        self.stack.append(x)

    def pop(self):
        return self.stack.pop()

    def top(self):
        return self.stack[-1]

    def peekMedian(self):
        n = len(self.stack)
        return (self.stack[(n - 1) // 2] + self.stack[n // 2]) / 2

    def popMedian(self):
        return self.stack.pop((len(self.stack) - 1) // 2)
