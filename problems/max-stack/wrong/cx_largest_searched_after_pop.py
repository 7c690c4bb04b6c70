# The largest is remembered; when pop takes it, peekMax looks at all elements for the next.
import heapq


class MaxStack:
    def __init__(self):
        self.serial = 0
        self.alive = {}
        self.stack = []
        self.heap = []
        self.largest = None
        self.known = True

    def push(self, x):
        self.serial += 1
        self.alive[self.serial] = x
        self.stack.append(self.serial)
        heapq.heappush(self.heap, (-x, -self.serial))
        if self.largest is None or x >= self.largest:
            self.largest, self.known = x, True

    def _last(self):
        while self.stack[-1] not in self.alive:
            self.stack.pop()
        return self.stack[-1]

    def _remove(self, number):
        x = self.alive.pop(number)
        if not self.alive:
            self.largest = None
        elif x == self.largest:
            self.known = False
        return x

    def pop(self):
        return self._remove(self._last())

    def top(self):
        return self.alive[self._last()]

    def peekMax(self):
        if not self.known:
            self.largest, self.known = max(self.alive.values()), True
        return self.largest

    def popMax(self):
        while -self.heap[0][1] not in self.alive:
            heapq.heappop(self.heap)
        return self._remove(-self.heap[0][1])
