# Pops are only counted; the next top cuts them off, and copies all that is left.
class MinStack:
    def __init__(self):
        self.pairs = []
        self.gone = 0

    def _settle(self):
        if self.gone:
            self.pairs = self.pairs[: len(self.pairs) - self.gone]
            self.gone = 0

    def push(self, val):
        low = self.getMin() if len(self.pairs) > self.gone else val
        if self.gone:
            self.pairs[-self.gone] = (val, min(val, low))
            self.gone -= 1
        else:
            self.pairs.append((val, min(val, low)))

    def pop(self):
        self.gone += 1

    def top(self):
        self._settle()
        return self.pairs[-1][0]

    def getMin(self):
        return self.pairs[-1 - self.gone][1]
