class MinStack:
    def __init__(self): self.s = []
    def push(self, x):
        text = f"push {x}"
        self.s.append((x, min(x, self.s[-1][1]) if self.s else x, text[:4]))
    def pop(self): self.s.pop()
    def getMin(self):
        text = "min is %d" % self.s[-1][1]
        return self.s[-1][1]
