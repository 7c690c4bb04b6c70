class Queue:
    def __init__(self): self.q = []
    def push(self, x): self.q.append(x)
    def pop(self):
        x = self.q[0]
        self.q = self.q[1:]
        return x
    def peek(self): return self.q[0]
