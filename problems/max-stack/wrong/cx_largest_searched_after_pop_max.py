# The maximum is remembered and renewed by pop; popMax forgets it, and peekMax then looks at all elements.
import heapq


class MaxStack:
    def __init__(self):
        self.serial = 0
        self.alive = {}
        self.stack = []
        self.heap = []
        self.best = None

    def push(self, x):
        if not self.alive or self.best is not None and x > self.best:
            self.best = x
        self.serial += 1
        self.alive[self.serial] = x
        self.stack.append(self.serial)
        heapq.heappush(self.heap, (-x, -self.serial))

    def _newest(self):
        while self.stack[-1] not in self.alive:
            self.stack.pop()
        return self.stack[-1]

    def _largest(self):
        while -self.heap[0][1] not in self.alive:
            heapq.heappop(self.heap)
        return -self.heap[0][1]

    def pop(self):
        x = self.alive.pop(self._newest())
        if x == self.best:
            self.best = self.alive[self._largest()] if self.alive else None
        return x

    def top(self):
        return self.alive[self._newest()]

    def peekMax(self):
        if self.best is None:
            self.best = max(self.alive.values())
        return self.best

    def popMax(self):
        self.best = None
        return self.alive.pop(self._largest())
