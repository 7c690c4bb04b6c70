from collections import deque
class MinStack:
    def __init__(self): self.s = deque()
    def push(self, x): self.s.append(x)
    def pop(self): self.s.pop()
    def getMin(self):
        best, *rest = self.s
        for r in rest:
            best = r if r < best else best
        return best
