class MaxStack:
    """New elements wait unsorted, and are sorted in when the maximum is asked for."""

    def __init__(self):
        self.waiting = []
        self.ordered = []
        self.stack = []
        self.dead = set()
        self.n = 0

    def push(self, x):
        self.stack.append((x, self.n))
        self.waiting.append((x, self.n))
        self.n += 1

    def top(self):
        while self.stack[-1][1] in self.dead:
            self.stack.pop()
        return self.stack[-1][0]

    def pop(self):
        x = self.top()
        self.dead.add(self.stack.pop()[1])
        return x

    def peekMax(self):
        if self.waiting:
            self.ordered = sorted(self.ordered + self.waiting)
            self.waiting = []
        while self.ordered[-1][1] in self.dead:
            self.ordered.pop()
        return self.ordered[-1][0]

    def popMax(self):
        x = self.peekMax()
        self.dead.add(self.ordered.pop()[1])
        return x
