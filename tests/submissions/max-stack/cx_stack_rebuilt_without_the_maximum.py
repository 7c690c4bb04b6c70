from itertools import chain


class MaxStack:
    def __init__(self):
        self.items = ()

    def push(self, x):
        self.items = tuple(chain(self.items, (x,)))

    def pop(self):
        *rest, x = self.items
        self.items = tuple(rest)
        return x

    def top(self):
        return self.items[-1]

    def peekMax(self):
        return max(self.items)

    def popMax(self):
        x = max(self.items)
        at = max(i for i, y in enumerate(self.items) if y == x)
        self.items = self.items[:at] + self.items[at + 1:]
        return x
