class Bag:
    def __init__(self): self.a = []
    def _find(self, x):
        lo, hi = 0, len(self.a)
        while lo < hi:
            mid = (lo + hi) // 2
            if self.a[mid] < x: lo = mid + 1
            else: hi = mid
        return lo
    def add(self, x): self.a.insert(self._find(x), x)
    def remove(self, x): del self.a[self._find(x)]
    def has(self, x):
        i = self._find(x)
        return i < len(self.a) and self.a[i] == x
