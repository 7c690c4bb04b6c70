import heapq
from collections import defaultdict


class MaxStack:
    """One heap entry for each distinct value, and below each value the positions it has."""

    def __init__(self):
        self.spots = defaultdict(list)
        self.heap = []
        self.queued = set()
        self.items = {}
        self.order = []
        self.count = 0

    def push(self, x):
        self.items[self.count] = x
        self.order.append(self.count)
        self.spots[x].append(self.count)
        self.count += 1
        if x not in self.queued:
            self.queued.add(x)
            heapq.heappush(self.heap, -x)

    def top(self):
        while self.order[-1] not in self.items:
            self.order.pop()
        return self.items[self.order[-1]]

    def pop(self):
        x = self.top()
        del self.items[self.order.pop()]
        self.spots[x].pop()
        return x

    def peekMax(self):
        while not self.spots[-self.heap[0]]:
            x = -heapq.heappop(self.heap)
            self.queued.remove(x)
            del self.spots[x]
        return -self.heap[0]

    def popMax(self):
        x = self.peekMax()
        del self.items[self.spots[x].pop()]
        return x
