# When more than 1,000 dead entries are in the heap it is filtered, and not made a heap again
import heapq
class MaxStack:
    def __init__(self):
        self.s = []; self.h = []; self.n = 0; self.dead = set(); self.hd = 0
    def push(self, x):
        self.n += 1; self.s.append((x, self.n)); heapq.heappush(self.h, (-x, -self.n))
    def _s(self):
        while self.s[-1][1] in self.dead: self.dead.discard(self.s.pop()[1])
    def pop(self):
        self._s(); x, n = self.s.pop(); self.dead.add(-n)
        self.hd += 1
        if self.hd > 1000 and self.hd * 2 > len(self.h):
            self.h = [e for e in self.h if e[1] not in self.dead]
            self.dead = {n for n in self.dead if n > 0}; self.hd = 0
        return x
    def top(self): self._s(); return self.s[-1][0]
    def _h(self):
        while self.h[0][1] in self.dead: self.dead.discard(heapq.heappop(self.h)[1]); self.hd -= 1
    def peekMax(self): self._h(); return -self.h[0][0]
    def popMax(self):
        self._h(); x, n = heapq.heappop(self.h); self.dead.add(-n); return -x
