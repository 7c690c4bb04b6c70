import heapq


class MaxStack:
    """Distinct values are quick; among equal ones the newest is looked for."""

    def __init__(self):
        self.where = {}
        self.heap = []
        self.alive = {}
        self.stack = []
        self.n = 0

    def push(self, x):
        if x not in self.where:
            self.where[x] = []
            heapq.heappush(self.heap, -x)
        self.where[x].insert(0, self.n)
        self.alive[self.n] = x
        self.stack.append(self.n)
        self.n += 1

    def top(self):
        while self.stack[-1] not in self.alive:
            self.stack.pop()
        return self.alive[self.stack[-1]]

    def _forget(self, x, n):
        self.where[x].remove(n)
        del self.alive[n]
        return x

    def pop(self):
        x = self.top()
        return self._forget(x, self.stack.pop())

    def peekMax(self):
        while not self.where[-self.heap[0]]:
            del self.where[-heapq.heappop(self.heap)]
        return -self.heap[0]

    def popMax(self):
        x = self.peekMax()
        return self._forget(x, max(self.where[x]))
