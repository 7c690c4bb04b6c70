class MaxStack:
    """The textbook two stacks, with the walk down to the maximum as a recursion."""

    def __init__(self):
        self.pairs = []

    def push(self, x):
        self.pairs.append((x, x if not self.pairs else max(x, self.pairs[-1][1])))

    def pop(self):
        return self.pairs.pop()[0]

    def top(self):
        return self.pairs[-1][0]

    def peekMax(self):
        return self.pairs[-1][1]

    def popMax(self):
        largest = self.peekMax()
        x = self.pop()
        if x == largest:
            return x
        found = self.popMax()
        self.push(x)
        return found
