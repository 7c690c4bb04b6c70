# pop looks its element up in the heap's list and builds the heap again.
import heapq


class MaxStack:
    def __init__(self):
        self.stack = []
        self.heap = []
        self.gone = set()
        self.count = 0

    def push(self, x):
        self.stack.append((-x, -self.count))
        heapq.heappush(self.heap, (-x, -self.count))
        self.count += 1

    def pop(self):
        self._settle()
        pair = self.stack.pop()
        self.heap.remove(pair)
        heapq.heapify(self.heap)
        return -pair[0]

    def _settle(self):
        while self.stack[-1] in self.gone:
            self.gone.discard(self.stack.pop())

    def top(self):
        self._settle()
        return -self.stack[-1][0]

    def peekMax(self):
        return -self.heap[0][0]

    def popMax(self):
        pair = heapq.heappop(self.heap)
        self.gone.add(pair)
        return -pair[0]
