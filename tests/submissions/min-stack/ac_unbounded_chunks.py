class MinStack:
    """Blocks of 64 elements; each remembers its minimum and the minimum below it."""

    BLOCK = 64

    def __init__(self):
        self.blocks = [[]]
        self.lows = [[]]

    def push(self, val):
        below = None
        if self.lows[-1]:
            below = self.lows[-1][-1]
        elif len(self.lows) > 1:
            below = self.lows[-2][-1]
        if len(self.blocks[-1]) == self.BLOCK:
            self.blocks.append([])
            self.lows.append([])
        self.blocks[-1].append(val)
        self.lows[-1].append(val if below is None or val < below else below)

    def pop(self):
        if not self.blocks[-1]:
            self.blocks.pop()
            self.lows.pop()
        self.blocks[-1].pop()
        self.lows[-1].pop()

    def _last(self, table):
        return table[-1][-1] if table[-1] else table[-2][-1]

    def top(self):
        return self._last(self.blocks)

    def getMin(self):
        return self._last(self.lows)
