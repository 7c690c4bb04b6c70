class MinStack:
    """Minima of the deepest elements are thrown away to save memory."""

    def __init__(self):
        self.items = []
        self.lows = []

    def push(self, val):
        self.items.append(val)
        self.lows.append(min(val, self.lows[-1]) if self.lows else val)
        if len(self.lows) > 1000:
            self.lows[-1001] = self.items[-1001]

    def pop(self):
        self.items.pop()
        self.lows.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        return self.lows[-1]
