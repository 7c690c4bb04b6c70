from collections import OrderedDict
class LRUCache:
    def __init__(self, capacity): self.c, self.d = capacity, OrderedDict()
    def get(self, k):
        if k not in self.d: return -1
        self.d.move_to_end(k)
        return self.d[k]
    def put(self, k, v):
        if sum(1 for _ in self.d) >= self.c and k not in self.d: self.d.popitem(last=False)
        self.d[k] = v
        self.d.move_to_end(k)
