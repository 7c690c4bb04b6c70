import copy


class MinStack:
    def __init__(self):
        self.items = []
        self.lows = []
        self.before = None

    def push(self, val):
        self.items.append(val)
        self.lows.append(val if not self.lows or val < self.lows[-1] else self.lows[-1])

    def pop(self):
        self.before = copy.copy(self.items)
        self.items.pop()
        self.lows.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        return self.lows[-1]
