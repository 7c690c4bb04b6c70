class Bag:
    def __init__(self): self.b = [[] for _ in range(16)]
    def add(self, x): self.b[x % 16].append(x)
    def remove(self, x):
        b = self.b[x % 16]
        del b[b.index(x)]
    def has(self, x):
        for y in self.b[x % 16]:
            if x == y: return True
        return False
