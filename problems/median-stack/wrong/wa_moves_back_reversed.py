# popMedian lifts the elements above the median to a second stack and puts them back in the wrong order.
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
        lifted = []
        while self.stack[-1] != median:
            lifted.append(self.stack.pop())
        self.stack.pop()
        self.stack.extend(lifted)
        return median
