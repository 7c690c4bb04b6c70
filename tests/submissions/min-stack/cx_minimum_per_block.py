class MinStack:
    """Square-root blocks: the minimum of each block is kept, the blocks are searched."""

    SIZE = 32

    def __init__(self):
        self.items = []
        self.lows = []

    def push(self, val):
        if len(self.items) % self.SIZE == 0:
            self.lows.append(val)
        elif val < self.lows[-1]:
            self.lows[-1] = val
        self.items.append(val)

    def pop(self):
        self.items.pop()
        rest = len(self.items) % self.SIZE
        if rest == 0:
            self.lows.pop()
        else:
            self.lows[-1] = min(self.items[-rest:])

    def top(self):
        return self.items[-1]

    def getMin(self):
        return min(self.lows)
