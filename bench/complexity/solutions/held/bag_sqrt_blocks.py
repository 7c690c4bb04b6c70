class Bag:
    def __init__(self): self.b = [[]]; self.n = 0
    def _block(self, x):
        i = 0
        while i + 1 < len(self.b) and self.b[i + 1][0] <= x: i += 1
        return i
    def add(self, x):
        i = self._block(x)
        b = self.b[i]
        j = 0
        while j < len(b) and b[j] < x: j += 1
        b.insert(j, x)
        self.n += 1
        if len(b) > 2 * int(self.n ** 0.5) + 4:
            half = len(b) // 2
            self.b[i : i + 1] = [b[:half], b[half:]]
    def remove(self, x):
        i = self._block(x)
        while x not in self.b[i]: i -= 1
        self.b[i].remove(x)
        self.n -= 1
        if not self.b[i] and len(self.b) > 1: del self.b[i]
    def has(self, x): return x in self.b[self._block(x)]
