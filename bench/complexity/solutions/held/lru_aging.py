class LRUCache:
    def __init__(self, capacity): self.c, self.d, self.age = capacity, {}, {}
    def _tick(self, k):
        for j in self.age: self.age[j] += 1
        self.age[k] = 0
    def get(self, k):
        self._tick(k) if k in self.d else [self.age.__setitem__(j, self.age[j] + 1) for j in self.age]
        return self.d.get(k, -1)
    def put(self, k, v):
        if k not in self.d and len(self.d) == self.c:
            old = max(self.age, key=self.age.get)
            del self.d[old], self.age[old]
        self.d[k] = v
        self._tick(k)
