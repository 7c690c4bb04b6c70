# Equal minima are counted in a signed byte, which is full at 128.
from array import array


class MinStack:
    def __init__(self):
        self.s = []
        self.m = []
        self.c = array("b")

    def push(self, val):
        self.s.append(val)
        if self.m and val == self.m[-1]:
            self.c[-1] += 1
        elif not self.m or val < self.m[-1]:
            self.m.append(val)
            self.c.append(1)

    def pop(self):
        if self.s.pop() == self.m[-1]:
            self.c[-1] -= 1
            if not self.c[-1]:
                self.m.pop()
                self.c.pop()

    def top(self):
        return self.s[-1]

    def getMin(self):
        return self.m[-1]
