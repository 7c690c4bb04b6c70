class LRUCache:
    def __init__(self, capacity): self.c, self.p = capacity, []
    def get(self, k):
        for i, (key, v) in enumerate(self.p):
            if key == k:
                self.p.append(self.p.pop(i))
                return v
        return -1
    def put(self, k, v):
        for i in range(len(self.p)):
            if self.p[i][0] == k:
                del self.p[i]
                break
        else:
            if len(self.p) == self.c: self.p.pop(0)
        self.p.append((k, v))
