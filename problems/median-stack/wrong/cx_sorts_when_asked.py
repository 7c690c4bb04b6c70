# The stack is sorted at every question about the median.
class MedianStack:
    def __init__(self):
        self.stack = []

    def push(self, x):
        self.stack.append(x)

    def pop(self):
        self.stack.pop()

    def top(self):
        return self.stack[-1]

    def peekMedian(self):
        ordered, n = sorted(self.stack), len(self.stack)
        return (ordered[(n - 1) // 2] + ordered[n // 2]) / 2

    def popMedian(self):
        median = sorted(self.stack)[(len(self.stack) - 1) // 2]
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at] == median:
                return self.stack.pop(at)
