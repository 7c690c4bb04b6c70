from collections import deque
class Queue:
    def __init__(self): self.q = deque()
    def push(self, x): self.q.append(x)
    def pop(self): return self.q.popleft()
    def peek(self): return self.q[0]
