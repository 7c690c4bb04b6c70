# Of equal maxima the one nearest the bottom is removed.
class MaxStack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop()

    def top(self):
        return self.items[-1]

    def peekMax(self):
        return max(self.items)

    def popMax(self):
        return self.items.pop(self.items.index(max(self.items)))
