# Pops are only counted; the next push cuts them off, and copies all that is left.
class MinStack:
    def __init__(self):
        self.pairs = []
        self.gone = 0

    def push(self, val):
        if self.gone:
            self.pairs = self.pairs[: len(self.pairs) - self.gone]
            self.gone = 0
        low = min(val, self.pairs[-1][1]) if self.pairs else val
        self.pairs.append((val, low))

    def pop(self):
        self.gone += 1

    def top(self):
        return self.pairs[-1 - self.gone][0]

    def getMin(self):
        return self.pairs[-1 - self.gone][1]
