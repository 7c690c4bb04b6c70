class Bag:
    def __init__(self): self.d = {}
    def add(self, x): self.d[x] = self.d.get(x, 0) + 1
    def remove(self, x):
        self.d[x] -= 1
        if self.d[x] == 0: self.d.pop(x)
    def has(self, x): return any(k == x for k in self.d)
