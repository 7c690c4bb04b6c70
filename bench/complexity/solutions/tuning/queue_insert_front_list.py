class Queue:
    def __init__(self): self.q = []
    def push(self, x): self.q.insert(0, x)
    def pop(self): return self.q.pop()
    def peek(self): return self.q[-1]
