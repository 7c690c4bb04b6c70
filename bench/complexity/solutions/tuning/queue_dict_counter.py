class Queue:
    def __init__(self): self.d = {}; self.lo = self.hi = 0
    def push(self, x):
        self.d[self.hi] = x
        self.hi += 1
    def pop(self):
        x = self.d.pop(self.lo)
        self.lo += 1
        return x
    def peek(self): return self.d[self.lo]
