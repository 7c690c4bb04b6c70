# The cached maximum stays when an equal element went: it was removed further down.
from heapq import heappop, heappush


class MaxStack:
    def __init__(self):
        self.stack = []
        self.heap = []
        self.gone = set()
        self.next = 0
        self.high = None

    def push(self, x):
        self.stack.append((x, self.next))
        heappush(self.heap, (-x, -self.next))
        self.next += 1
        if self.high is not None and x > self.high:
            self.high = x

    def _trim(self):
        while self.stack and self.stack[-1][1] in self.gone:
            self.stack.pop()
        while self.heap and -self.heap[0][1] in self.gone:
            heappop(self.heap)

    def pop(self):
        self._trim()
        x, number = self.stack.pop()
        self.gone.add(number)
        if len(self.stack) < 2:
            self.high = None
        elif x == self.high and self.stack[-1][0] != x:
            self.high = None
        return x

    def top(self):
        self._trim()
        return self.stack[-1][0]

    def peekMax(self):
        self._trim()
        if self.high is None:
            self.high = -self.heap[0][0]
        return self.high

    def popMax(self):
        self._trim()
        x, number = heappop(self.heap)
        self.gone.add(-number)
        self.high = None
        return -x
