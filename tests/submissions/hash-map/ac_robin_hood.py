# Robin Hood hashing whose random multiplier clusters keys in a row, for two seeds of the first three.
import random
class MyHashMap:
    """Robin Hood hashing with backward shift deletion."""
    EMPTY = -1
    def __init__(self):
        self.bits = 4
        self.mult = random.randrange(2**63, 2**64) | 1
        self.count = 0
        self._alloc()
    def _alloc(self):
        size = 1 << self.bits
        self.ks = [self.EMPTY] * size
        self.vs = [self.EMPTY] * size
    def _home(self, key):
        h = (key ^ (key >> 20)) * self.mult & 0xFFFFFFFFFFFFFFFF
        return h >> (64 - self.bits)
    def _locate(self, key):
        mask = (1 << self.bits) - 1
        i, dist = self._home(key), 0
        while True:
            k = self.ks[i]
            if k == key:
                return i
            if k == self.EMPTY or ((i - self._home(k)) & mask) < dist:
                return -1
            i = (i + 1) & mask
            dist += 1
    def _insert(self, key, value):
        mask = (1 << self.bits) - 1
        i, dist = self._home(key), 0
        while self.ks[i] != self.EMPTY:
            other = (i - self._home(self.ks[i])) & mask
            if other < dist:
                self.ks[i], key = key, self.ks[i]
                self.vs[i], value = value, self.vs[i]
                dist = other
            i = (i + 1) & mask
            dist += 1
        self.ks[i], self.vs[i] = key, value
    def put(self, key, value):
        i = self._locate(key)
        if i >= 0:
            self.vs[i] = value
            return
        if (self.count + 1) * 4 > 3 << self.bits:
            pairs = list(zip(self.ks, self.vs))
            self.bits += 1
            self._alloc()
            for k, v in pairs:
                if k != self.EMPTY:
                    self._insert(k, v)
        self._insert(key, value)
        self.count += 1
    def get(self, key):
        i = self._locate(key)
        return self.vs[i] if i >= 0 else -1
    def remove(self, key):
        i = self._locate(key)
        if i < 0:
            return
        mask = (1 << self.bits) - 1
        self.count -= 1
        while True:
            j = (i + 1) & mask
            if self.ks[j] == self.EMPTY or self._home(self.ks[j]) == j:
                self.ks[i] = self.vs[i] = self.EMPTY
                return
            self.ks[i], self.vs[i] = self.ks[j], self.vs[j]
            i = j
