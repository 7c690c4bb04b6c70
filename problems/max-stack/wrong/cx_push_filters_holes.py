# popMax leaves a hole; the next push filters the whole stack.
from heapq import heappop, heappush


class MaxStack:
    def __init__(self):
        self.stack = []
        self.heap = []
        self.alive = set()
        self.holes = False
        self.next = 0

    def push(self, x):
        if self.holes:
            self.stack = [pair for pair in self.stack if pair[1] in self.alive]
            self.holes = False
        self.stack.append((x, self.next))
        self.alive.add(self.next)
        heappush(self.heap, (-x, -self.next))
        self.next += 1

    def _trim(self):
        while self.stack[-1][1] not in self.alive:
            self.stack.pop()

    def pop(self):
        self._trim()
        x, number = self.stack.pop()
        self.alive.remove(number)
        return x

    def top(self):
        self._trim()
        return self.stack[-1][0]

    def peekMax(self):
        while -self.heap[0][1] not in self.alive:
            heappop(self.heap)
        return -self.heap[0][0]

    def popMax(self):
        x = self.peekMax()
        self.alive.remove(-heappop(self.heap)[1])
        self.holes = True
        return x
