"""Two tables of its own, replaced by ones of half as much more: that single push moves all elements."""


class MinStack:
    def __init__(self):
        self.a = [None] * 4
        self.m = [None] * 4
        self.n = 0
    def push(self, val):
        if self.n == len(self.a):
            k = max(self.n + 1, int(self.n * 1.5))
            b = [None] * k
            c = [None] * k
            for i in range(self.n):
                b[i] = self.a[i]
                c[i] = self.m[i]
            self.a, self.m = b, c
        self.a[self.n] = val
        self.m[self.n] = val if self.n == 0 or val < self.m[self.n - 1] else self.m[self.n - 1]
        self.n += 1
    def pop(self):
        self.n -= 1
    def top(self):
        return self.a[self.n - 1]
    def getMin(self):
        return self.m[self.n - 1]
