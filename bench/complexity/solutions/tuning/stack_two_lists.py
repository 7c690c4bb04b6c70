class MinStack:
    def __init__(self):
        self.s, self.m = [], []
    def push(self, x):
        self.s.append(x)
        if not self.m or x <= self.m[-1]:
            self.m.append(x)
    def pop(self):
        if self.s.pop() == self.m[-1]:
            self.m.pop()
    def getMin(self): return self.m[-1]
