class LRUCache:
    def __init__(self, capacity): self.c, self.d, self.t, self.now = capacity, {}, {}, 0
    def get(self, k):
        if k not in self.d: return -1
        self.now += 1
        self.t[k] = self.now
        return self.d[k]
    def put(self, k, v):
        self.now += 1
        if k not in self.d and len(self.d) >= self.c:
            old = min(self.t, key=self.t.get)
            del self.d[old], self.t[old]
        self.d[k] = v
        self.t[k] = self.now
