class Key:
    def __init__(self, k): self.k = k
    def __hash__(self): return 1
    def __eq__(self, o): return self.k == o.k
from collections import OrderedDict
class LRUCache:
    def __init__(self, capacity): self.c, self.d = capacity, OrderedDict()
    def get(self, k):
        k = Key(k)
        if k not in self.d: return -1
        self.d.move_to_end(k)
        return self.d[k]
    def put(self, k, v):
        k = Key(k)
        self.d[k] = v
        self.d.move_to_end(k)
        if len(self.d) > self.c: self.d.popitem(last=False)
