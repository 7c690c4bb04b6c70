# The newest is remembered; when popMax takes it, top looks at all elements for the next.
import heapq


class MaxStack:
    def __init__(self):
        self.serial = 0
        self.alive = {}
        self.stack = []
        self.heap = []
        self.newest = None

    def push(self, x):
        self.serial += 1
        self.alive[self.serial] = x
        self.stack.append(self.serial)
        heapq.heappush(self.heap, (-x, -self.serial))
        self.newest = self.serial

    def _trim(self):
        while self.stack and self.stack[-1] not in self.alive:
            self.stack.pop()
        return self.stack[-1] if self.stack else None

    def pop(self):
        x = self.alive.pop(self._trim())
        self.newest = self._trim()
        return x

    def top(self):
        if self.newest is None:
            self.newest = max(self.alive)
        return self.alive[self.newest]

    def _largest(self):
        while -self.heap[0][1] not in self.alive:
            heapq.heappop(self.heap)
        return -self.heap[0][1]

    def peekMax(self):
        return self.alive[self._largest()]

    def popMax(self):
        number = self._largest()
        if number == self.newest:
            self.newest = None
        return self.alive.pop(number)
