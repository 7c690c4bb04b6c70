from bisect import insort, bisect_left
class MinStack:
    def __init__(self):
        self.s = []; self.o = []
    def push(self, x):
        self.s.append(x); insort(self.o, x)
    def pop(self):
        x = self.s.pop()
        del self.o[bisect_left(self.o, x)]
    def getMin(self): return self.o[0]
