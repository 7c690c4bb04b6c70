class MinStack:
    def __init__(self): self.s = []
    def push(self, x): self.s.append(x)
    def pop(self): self.s.pop()
    def getMin(self): return min(self.s)
