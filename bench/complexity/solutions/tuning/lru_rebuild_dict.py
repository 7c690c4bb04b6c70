class LRUCache:
    def __init__(self, capacity): self.c, self.d = capacity, {}
    def get(self, k):
        if k not in self.d: return -1
        v = self.d.pop(k); self.d[k] = v
        return v
    def put(self, k, v):
        self.d.pop(k, None)
        self.d = {**self.d, k: v}
        if len(self.d) > self.c:
            self.d = dict(list(self.d.items())[1:])
