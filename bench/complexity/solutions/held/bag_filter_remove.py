from collections import Counter
class Bag:
    def __init__(self): self.a = []; self.c = Counter()
    def add(self, x):
        self.a.append(x)
        self.c[x] += 1
    def remove(self, x):
        self.c[x] -= 1
        if not self.c[x]:
            self.a = [y for y in self.a if y != x]
        else:
            self.a.remove(x)
    def has(self, x): return self.c[x] > 0 if x in self.c else False
