# pop leaves a dead entry in the heap; the next popMax builds it anew.
from heapq import heapify, heappop, heappush


class MaxStack:
    def __init__(self):
        self.alive = {}
        self.heap = []
        self.stale = False
        self.next = 0

    def push(self, x):
        self.alive[self.next] = x
        heappush(self.heap, (-x, -self.next))
        self.next += 1

    def pop(self):
        self.stale = True
        return self.alive.popitem()[1]

    def top(self):
        number, x = self.alive.popitem()
        self.alive[number] = x
        return x

    def peekMax(self):
        while -self.heap[0][1] not in self.alive:
            heappop(self.heap)
        return -self.heap[0][0]

    def popMax(self):
        if self.stale:
            self.heap = [(-x, -number) for number, x in self.alive.items()]
            heapify(self.heap)
            self.stale = False
        x, number = heappop(self.heap)
        del self.alive[-number]
        return -x
