class MinStack:
    def __init__(self):
        self.s = []; self.low = None
    def push(self, x):
        self.s.append(x)
        if self.low is None or x < self.low: self.low = x
    def pop(self):
        if self.s.pop() == self.low:
            self.low = min(self.s, default=None)
    def getMin(self): return self.low
