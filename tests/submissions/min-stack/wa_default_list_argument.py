class MinStack:
    def __init__(self, pairs=[]):
        self.pairs = pairs

    def push(self, val):
        self.pairs.append((val, min(val, self.pairs[-1][1]) if self.pairs else val))

    def pop(self):
        self.pairs.pop()

    def top(self):
        return self.pairs[-1][0]

    def getMin(self):
        return self.pairs[-1][1]
