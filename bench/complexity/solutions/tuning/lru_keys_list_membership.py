from collections import OrderedDict
class LRUCache:
    def __init__(self, capacity): self.c, self.d = capacity, OrderedDict()
    def get(self, k):
        if k not in list(self.d): return -1
        self.d.move_to_end(k)
        return self.d[k]
    def put(self, k, v):
        self.d[k] = v
        self.d.move_to_end(k)
        if len(self.d) > self.c: self.d.popitem(last=False)
