class Bag:
    def __init__(self): self.s = {}
    def add(self, x):
        self.s = self.s | {x: self.s.get(x, 0) + 1}
    def remove(self, x):
        self.s[x] -= 1
        if not self.s[x]: del self.s[x]
    def has(self, x): return x in self.s
