class MinStack:
    def __init__(self):
        self.s = []; self.low = None; self.dirty = False
    def push(self, x):
        self.s.append(x); self.dirty = True
    def pop(self):
        self.s.pop(); self.dirty = True
    def getMin(self):
        if self.dirty:
            self.low = self.s[0]
            for v in self.s:
                if v < self.low: self.low = v
            self.dirty = False
        return self.low
