from collections import deque
class Queue:
    def __init__(self): self.q = deque()
    def push(self, x): self.q.appendleft(x)
    def pop(self): return self.q.pop()
    def peek(self):
        x = None
        for x in self.q: pass
        return x
