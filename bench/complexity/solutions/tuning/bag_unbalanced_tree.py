class Bag:
    def __init__(self): self.root = None
    def add(self, x):
        if self.root is None:
            self.root = [x, 1, None, None]
            return
        t = self.root
        while True:
            if x == t[0]:
                t[1] += 1
                return
            i = 2 if x < t[0] else 3
            if t[i] is None:
                t[i] = [x, 1, None, None]
                return
            t = t[i]
    def _find(self, x):
        t = self.root
        while t is not None and t[0] != x: t = t[2] if x < t[0] else t[3]
        return t
    def remove(self, x):
        t = self._find(x)
        t[1] -= 1
    def has(self, x):
        t = self._find(x)
        return t is not None and t[1] > 0
