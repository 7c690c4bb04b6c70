class MinStack:
    def __init__(self):
        self.s = []; self.low = 0
    def push(self, x):
        if not self.s:
            self.s.append(0); self.low = x
        else:
            self.s.append(x - self.low)
            if x < self.low: self.low = x
    def pop(self):
        d = self.s.pop()
        if d < 0: self.low -= d
    def getMin(self): return self.low
