class Bag:
    SIZE = 64
    def __init__(self): self.b = {}
    def _b(self, x): return self.b.setdefault(hash(x * 2654435761 % 2**32) % 1000003, [])
    def add(self, x): self._b(x).append(x)
    def remove(self, x): self._b(x).remove(x)
    def has(self, x): return x in self._b(x)
