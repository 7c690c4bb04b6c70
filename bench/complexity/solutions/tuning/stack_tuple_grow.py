class MinStack:
    def __init__(self):
        self.s = (); self.m = ()
    def push(self, x):
        self.m += (x if not self.m or x < self.m[-1] else self.m[-1],)
        self.s += (x,)
    def pop(self): self.s, self.m = self.s[:-1], self.m[:-1]
    def getMin(self): return self.m[-1]
