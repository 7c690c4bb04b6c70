class MinStack:
    """Two arrays that are made once, for as many elements as there may be calls."""

    CALLS = 100_000

    def __init__(self):
        self.size = 0
        self.values = [0] * self.CALLS
        self.minima = [0] * self.CALLS

    def push(self, val):
        at = self.size
        self.values[at] = val
        self.minima[at] = min(val, self.minima[at - 1]) if at else val
        self.size += 1

    def pop(self):
        self.size -= 1

    def top(self):
        return self.values[self.size - 1]

    def getMin(self):
        return self.minima[self.size - 1]
