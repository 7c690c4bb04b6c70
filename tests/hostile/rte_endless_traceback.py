# A chain of a hundred thousand exceptions.


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
        error = ValueError("first")
        for number in range(100_000):
            new = ValueError(str(number) * 100)
            new.__cause__ = error
            error = new
        raise error
