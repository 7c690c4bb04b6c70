class Node:
    def __init__(self, v, low, below):
        self.v, self.low, self.below = v, low, below
class MinStack:
    def __init__(self): self.top = None
    def push(self, x):
        self.top = Node(x, x if self.top is None else min(x, self.top.low), self.top)
    def pop(self): self.top = self.top.below
    def getMin(self): return self.top.low
