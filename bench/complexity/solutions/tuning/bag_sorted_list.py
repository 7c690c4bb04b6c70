from bisect import bisect_left, insort
class Bag:
    def __init__(self): self.a = []
    def add(self, x): insort(self.a, x)
    def remove(self, x): self.a.pop(bisect_left(self.a, x))
    def has(self, x):
        i = bisect_left(self.a, x)
        return i < len(self.a) and self.a[i] == x
