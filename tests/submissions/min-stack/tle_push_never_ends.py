class MinStack:
    def __init__(self):
        self.s = []
        self.m = []

    def push(self, val):
        self.s.append(val)
        while not self.m or val < self.m[-1]:
            self.m.append(val)
        while self.m[-1] < val and len(self.s) > 1:
            self.m[-1] = self.m[-1]

    def pop(self):
        if self.s.pop() == self.m[-1]:
            self.m.pop()

    def top(self):
        return self.s[-1]

    def getMin(self):
        return self.m[-1]
