class Queue:
    def __init__(self): self.q, self.i = [], 0
    def push(self, x): self.q.append(x)
    def pop(self):
        x = self.q[self.i]
        self.i += 1
        if 2 * self.i > len(self.q):
            self.q = self.q[self.i:]
            self.i = 0
        return x
    def peek(self): return self.q[self.i]
