from dataclasses import dataclass, replace
@dataclass
class Entry:
    value: int
    low: int
class MinStack:
    def __init__(self): self.s = []
    def push(self, x):
        e = Entry(x, x)
        for i in range(40):
            e = replace(e, low=min(e.low, x))
        if self.s: e.low = min(e.low, self.s[-1].low)
        self.s.append(e)
    def pop(self): self.s.pop()
    def getMin(self):
        total = 0
        for i in range(50): total += i
        return self.s[-1].low
