# popMedian looks for the newest of the equal elements among all of them: O(n) where all are equal.
import heapq


class MedianStack:
    def __init__(self):
        self.side = {}
        self.low, self.high = [], []
        self.count = [0, 0]
        self.stack = []
        self.serial = 0
        self.buckets = {}

    def _first(self, which):
        heap = (self.low, self.high)[which]
        while self.side.get(heap[0][-1]) != which:
            heapq.heappop(heap)
        return heap[0]

    def _add(self, which, x, serial):
        key = (-x, -serial, x, serial) if which == 0 else (x, serial, x, serial)
        heapq.heappush((self.low, self.high)[which], key)
        self.side[serial] = which
        self.count[which] += 1

    def _remove(self, serial):
        self.count[self.side.pop(serial)] -= 1

    def _balance(self):
        while self.count[0] > self.count[1] + 1:
            _, _, x, serial = self._first(0)
            self._remove(serial)
            self._add(1, x, serial)
        while self.count[1] > self.count[0]:
            _, _, x, serial = self._first(1)
            self._remove(serial)
            self._add(0, x, serial)

    def push(self, x):
        self.serial += 1
        self.stack.append((x, self.serial))
        self.buckets.setdefault(x, set()).add(self.serial)
        self._add(0 if self.count[0] and (x, self.serial) < self._first(0)[2:] else 1, x, self.serial)
        self._balance()

    def top(self):
        while self.stack[-1][1] not in self.side:
            self.stack.pop()
        return self.stack[-1][0]

    def pop(self):
        x = self.top()
        _, serial = self.stack.pop()
        self.buckets[x].discard(serial)
        self._remove(serial)
        self._balance()

    def peekMedian(self):
        a = self._first(0)[2]
        return a if self.count[0] > self.count[1] else (a + self._first(1)[2]) / 2

    def popMedian(self):
        x = self._first(0)[2]
        serial = max(self.buckets[x])
        self.buckets[x].discard(serial)
        self._remove(serial)
        self._balance()
        return x
