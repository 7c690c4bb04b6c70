class MinStack:
    def __init__(self): self.s = []
    def push(self, x): self.s.insert(0, (x, min(x, self.s[0][1]) if self.s else x))
    def pop(self): self.s.pop(0)
    def getMin(self): return self.s[0][1]
