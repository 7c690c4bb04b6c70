# top and pop forget that popMax may have removed the element that still lies there.
import heapq


class MaxStack:
    def __init__(self):
        self.stack = []
        self.heap = []
        self.dead = set()
        self.count = 0

    def push(self, x):
        self.stack.append((x, self.count))
        heapq.heappush(self.heap, (-x, -self.count))
        self.count += 1

    def pop(self):
        x, number = self.stack.pop()
        self.dead.add(number)
        return x

    def top(self):
        return self.stack[-1][0]

    def _settle(self):
        while len(self.heap) > 1 and -self.heap[0][1] in self.dead:
            heapq.heappop(self.heap)

    def peekMax(self):
        self._settle()
        return -self.heap[0][0]

    def popMax(self):
        self._settle()
        x, number = self.heap[0]
        self.dead.add(-number)
        if len(self.heap) > 1:
            heapq.heappop(self.heap)
        return -x
