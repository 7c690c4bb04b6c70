from collections import deque
class LRUCache:
    def __init__(self, capacity): self.c, self.d, self.o = capacity, {}, deque()
    def get(self, k):
        if k not in self.d: return -1
        self.o.remove(k); self.o.append(k)
        return self.d[k]
    def put(self, k, v):
        if k in self.d: self.o.remove(k)
        elif len(self.d) == self.c: del self.d[self.o.popleft()]
        self.d[k] = v; self.o.append(k)
