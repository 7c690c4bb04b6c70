class Queue:
    def __init__(self): self.s = []; self.front = None
    def push(self, x):
        if not self.s: self.front = x
        self.s.append(x)
    def pop(self):
        moved = []
        while len(self.s) > 1: moved.append(self.s.pop())
        x = self.s.pop()
        self.front = moved[-1] if moved else None
        moved.reverse()
        self.s.extend(moved)
        return x
    def peek(self): return self.front
