# Returns a million elements, once.


asked = []


class MinStack:
    def __init__(self):
        self.items = []

    def push(self, val):
        self.items.append(val)

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        asked.append(1)
        return [1] * 1_000_000 if len(asked) == 1 else min(self.items)
