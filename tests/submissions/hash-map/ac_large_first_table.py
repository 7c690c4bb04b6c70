# A table that starts with 2,048 chains and doubles at 8 pairs for each: O(1), though few keys are found faster.
class MyHashMap:
    """Chained; buckets hold at most LOAD pairs on average, then there are GROWTH times as many."""
    LOAD, GROWTH, FIRST = 8, 2, 2048

    def __init__(self):
        self.n = 0
        self.buckets = [None] * self.FIRST

    def _mix(self, key):
        key = (key ^ key >> 30) * 0xbf58476d1ce4e5b9 & 0xffffffffffffffff
        key = (key ^ key >> 27) * 0x94d049bb133111eb & 0xffffffffffffffff
        return (key ^ key >> 31) % len(self.buckets)

    def put(self, key, value):
        i = self._mix(key)
        b = self.buckets[i]
        if b is None:
            b = self.buckets[i] = []
        for p in b:
            if p[0] == key:
                p[1] = value
                return
        b.append([key, value])
        self.n += 1
        if self.n > self.LOAD * len(self.buckets):
            old = self.buckets
            self.buckets = [None] * (self.GROWTH * len(old))
            for b in old:
                for p in b or ():
                    i = self._mix(p[0])
                    if self.buckets[i] is None:
                        self.buckets[i] = []
                    self.buckets[i].append(p)

    def get(self, key):
        for p in self.buckets[self._mix(key)] or ():
            if p[0] == key:
                return p[1]
        return -1

    def remove(self, key):
        b = self.buckets[self._mix(key)] or ()
        for j, p in enumerate(b):
            if p[0] == key:
                b[j] = b[-1]
                b.pop()
                self.n -= 1
                return
