class Bag:
    def __init__(self): self.a = []
    def add(self, x): self.a.append(x)
    def remove(self, x): self.a.remove(x)
    def has(self, x): return x in self.a
