# popMax takes everything above the maximum off and puts it back: slow when the maximum lies deep.
class MaxStack:
    def __init__(self):
        self.stack = []
        self.maxes = []

    def push(self, x):
        self.stack.append(x)
        self.maxes.append(x if not self.maxes else max(x, self.maxes[-1]))

    def pop(self):
        self.maxes.pop()
        return self.stack.pop()

    def top(self):
        return self.stack[-1]

    def peekMax(self):
        return self.maxes[-1]

    def popMax(self):
        largest = self.maxes[-1]
        above = []
        while self.stack[-1] != largest:
            above.append(self.pop())
        self.pop()
        while above:
            self.push(above.pop())
        return largest
