import array


class MinStack:
    """Minima in an array of single-precision floats: whole numbers past 2**24 are rounded."""

    def __init__(self):
        self.items = []
        self.lows = array.array("f")

    def push(self, val):
        self.items.append(val)
        self.lows.append(min(val, self.lows[-1]) if self.lows else val)

    def pop(self):
        self.items.pop()
        self.lows.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        return int(self.lows[-1])
