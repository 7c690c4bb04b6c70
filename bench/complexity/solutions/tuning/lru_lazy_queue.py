from collections import deque
class LRUCache:
    def __init__(self, capacity): self.c, self.d, self.u, self.q = capacity, {}, {}, deque()
    def _use(self, k):
        self.u[k] = self.u.get(k, 0) + 1
        self.q.append(k)
        if len(self.q) > 2 * self.c + 10:
            for _ in range(len(self.q)):
                x = self.q.popleft()
                if x in self.u and self.u[x] == 1: self.q.append(x)
                elif x in self.u: self.u[x] -= 1
    def get(self, k):
        if k not in self.d: return -1
        self._use(k)
        return self.d[k]
    def put(self, k, v):
        if k not in self.d and len(self.d) == self.c:
            while True:
                x = self.q.popleft()
                self.u[x] -= 1
                if not self.u[x]: break
            del self.u[x], self.d[x]
        self.d[k] = v
        self._use(k)
