class Node:
    def __init__(self, k=0, v=0): self.k, self.v = k, v
class LRUCache:
    def __init__(self, capacity):
        self.c, self.d = capacity, {}
        self.h, self.t = Node(), Node()
        self.h.n, self.t.p = self.t, self.h
    def _out(self, x): x.p.n, x.n.p = x.n, x.p
    def _in(self, x):
        p = self.t.p
        p.n = x; x.p = p; x.n = self.t; self.t.p = x
    def get(self, k):
        x = self.d.get(k)
        if x is None: return -1
        self._out(x); self._in(x)
        return x.v
    def put(self, k, v):
        if k in self.d: self._out(self.d[k])
        self.d[k] = x = Node(k, v)
        self._in(x)
        if len(self.d) > self.c:
            y = self.h.n
            self._out(y)
            del self.d[y.k]
