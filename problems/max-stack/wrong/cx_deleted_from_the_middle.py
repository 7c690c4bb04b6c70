# The heap finds the maximum quickly, but deleting it from the list moves all that lies above.
import heapq
from bisect import bisect_left


class MaxStack:
    def __init__(self):
        self.numbers = []
        self.items = []
        self.heap = []
        self.gone = set()
        self.count = 0

    def push(self, x):
        self.numbers.append(self.count)
        self.items.append(x)
        heapq.heappush(self.heap, (-x, -self.count))
        self.count += 1

    def pop(self):
        self.gone.add(self.numbers.pop())
        return self.items.pop()

    def top(self):
        return self.items[-1]

    def _settle(self):
        while -self.heap[0][1] in self.gone:
            self.gone.discard(-heapq.heappop(self.heap)[1])

    def peekMax(self):
        self._settle()
        return -self.heap[0][0]

    def popMax(self):
        self._settle()
        number = -heapq.heappop(self.heap)[1]
        at = bisect_left(self.numbers, number)
        del self.numbers[at]
        return self.items.pop(at)
