class MinStack:
    def __init__(self):
        self.items = []
        self.lows = []

    def push(self, val):
        self.items.append(val)
        self.lows.append(min(self.lows[-1:] + [val]))

    def pop(self):
        self.items.pop()
        self.lows.pop()

    def top(self):
        return list(reversed(self.items))[0]

    def getMin(self):
        return self.lows[-1]
