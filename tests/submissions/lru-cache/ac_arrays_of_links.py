class LRUCache:
    """Links in three arrays that are allocated once; slot 0 is the sentinel."""

    def __init__(self, capacity):
        self.slot = {}
        self.free = 1
        self.limit = capacity
        size = capacity + 1
        self.keys = [0] * size
        self.vals = [0] * size
        self.nxt = [0] * size
        self.prv = [0] * size

    def _unlink(self, s):
        p, n = self.prv[s], self.nxt[s]
        self.nxt[p], self.prv[n] = n, p

    def _append(self, s):
        last = self.prv[0]
        self.nxt[last] = self.prv[0] = s
        self.prv[s], self.nxt[s] = last, 0

    def get(self, key):
        s = self.slot.get(key, 0)
        if s == 0:
            return -1
        self._unlink(s)
        self._append(s)
        return self.vals[s]

    def put(self, key, value):
        s = self.slot.get(key, 0)
        if s == 0:
            if self.free <= self.limit:
                s = self.free
                self.free += 1
            else:
                s = self.nxt[0]
                self._unlink(s)
                del self.slot[self.keys[s]]
            self.slot[key] = s
            self.keys[s] = key
        else:
            self._unlink(s)
        self.vals[s] = value
        self._append(s)
