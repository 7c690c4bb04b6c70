class MaxStack:
    def __init__(self):
        self.stack = []
        self.largest = float("-inf")

    def push(self, x):
        self.stack.append(x)
        self.largest = max(self.largest, x)

    def pop(self):
        x = self.stack.pop()
        self.largest = max(self.stack)
        return x

    def top(self):
        return self.stack[-1]

    def peekMax(self):
        return self.largest

    def popMax(self):
        at = len(self.stack) - 1 - self.stack[::-1].index(self.largest)
        x = self.stack.pop(at)
        self.largest = max(self.stack)
        return x
