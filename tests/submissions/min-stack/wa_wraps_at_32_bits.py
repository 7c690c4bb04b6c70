class MinStack:
    """Differences kept in 32 bits, as a C int would."""

    def __init__(self):
        self.diffs = []
        self.low = 0

    @staticmethod
    def wrap(x):
        return (x + 2**31) % 2**32 - 2**31

    def push(self, val):
        if not self.diffs:
            self.low = val
            self.diffs.append(0)
            return
        self.diffs.append(self.wrap(val - self.low))
        if val < self.low:
            self.low = val

    def pop(self):
        diff = self.diffs.pop()
        if diff < 0:
            self.low = self.wrap(self.low - diff)

    def top(self):
        diff = self.diffs[-1]
        return self.low if diff < 0 else self.wrap(self.low + diff)

    def getMin(self):
        return self.low
