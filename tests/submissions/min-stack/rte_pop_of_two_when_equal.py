class MinStack:
    """Minima are pushed when equal, and popped by as many as are equal."""

    def __init__(self):
        self.s = []
        self.m = []

    def push(self, val):
        self.s.append(val)
        if not self.m or val <= self.m[-1]:
            self.m.append(val)

    def pop(self):
        val = self.s.pop()
        while self.m and self.m[-1] == val:
            self.m.pop()

    def top(self):
        return self.s[-1]

    def getMin(self):
        return self.m[-1]
