class Bag:
    def __init__(self): self.d = {}
    def add(self, x): self.d[x] = self.d.get(x, 0) + 1
    def remove(self, x):
        if self.d[x] == 1: del self.d[x]
        else: self.d[x] -= 1
    def has(self, x): return x in self.d
