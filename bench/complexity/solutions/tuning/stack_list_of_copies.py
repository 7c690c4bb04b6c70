class MinStack:
    def __init__(self): self.versions = [[]]; self.low = [None]
    def push(self, x):
        self.versions.append(list(self.versions[-1]) + [x])
        self.versions[-2] = None
        self.keep = getattr(self, "keep", [])
        self.keep.append(x)
        self.low.append(x if self.low[-1] is None else min(x, self.low[-1]))
    def pop(self):
        top = self.versions.pop()
        top.pop()
        self.versions[-1] = top
        self.low.pop()
    def getMin(self): return self.low[-1]
