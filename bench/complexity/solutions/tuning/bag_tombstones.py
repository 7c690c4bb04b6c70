class Bag:
    def __init__(self): self.d = {}; self.dead = 0
    def add(self, x): self.d[x] = self.d.get(x, 0) + 1
    def remove(self, x):
        self.d[x] -= 1
        self.dead += self.d[x] == 0
        if self.dead > len(self.d) // 2:
            self.d = {k: c for k, c in self.d.items() if c}
            self.dead = 0
    def has(self, x): return self.d.get(x, 0) > 0
