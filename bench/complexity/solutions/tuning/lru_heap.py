import heapq
class LRUCache:
    def __init__(self, capacity): self.c, self.d, self.t, self.h, self.now = capacity, {}, {}, [], 0
    def _use(self, k):
        self.now += 1
        self.t[k] = self.now
        heapq.heappush(self.h, (self.now, k))
        while len(self.h) > 4 * self.c + 8 or (self.h and self.t.get(self.h[0][1]) != self.h[0][0]):
            if self.t.get(self.h[0][1]) != self.h[0][0]: heapq.heappop(self.h)
            else: break
    def get(self, k):
        if k not in self.d: return -1
        self._use(k)
        return self.d[k]
    def put(self, k, v):
        if k not in self.d and len(self.d) == self.c:
            while True:
                at, old = heapq.heappop(self.h)
                if self.t.get(old) == at: break
            del self.d[old], self.t[old]
        self.d[k] = v
        self._use(k)
