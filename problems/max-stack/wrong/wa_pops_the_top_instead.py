# popMax returns the maximum but removes the element on top.
class MaxStack:
    def __init__(self):
        self.pairs = []

    def push(self, x):
        self.pairs.append((x, max(x, self.pairs[-1][1]) if self.pairs else x))

    def pop(self):
        return self.pairs.pop()[0]

    def top(self):
        return self.pairs[-1][0]

    def peekMax(self):
        return self.pairs[-1][1]

    def popMax(self):
        return self.pairs.pop()[1]
