"""The second stack holds each minimum once, with how often it was pushed."""


class MinStack:
    def __init__(self):
        self.items, self.runs = [], []

    def push(self, val):
        self.items.append(val)
        if not self.runs or val < self.runs[-1][0]:
            self.runs.append([val, 1])
        elif val == self.runs[-1][0]:
            self.runs[-1][1] += 1

    def pop(self):
        if self.items.pop() == self.runs[-1][0]:
            self.runs[-1][1] -= 1
            if not self.runs[-1][1]:
                self.runs.pop()

    top = lambda self: self.items[-1]
    getMin = lambda self: self.runs[-1][0]
