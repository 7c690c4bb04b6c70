import heapq

DEAD = set()


class MaxStack:
    """Removed numbers are remembered in the module, where all instances count from 0."""

    def __init__(self):
        self.heap, self.stack, self.n = [], [], 0

    def push(self, x):
        heapq.heappush(self.heap, (-x, -self.n))
        self.stack.append((x, self.n))
        self.n += 1

    def top(self):
        while len(self.stack) > 1 and self.stack[-1][1] in DEAD:
            self.stack.pop()
        return self.stack[-1][0]

    def pop(self):
        x = self.top()
        DEAD.add(self.stack[-1][1])
        if len(self.stack) > 1:
            self.stack.pop()
        return x

    def peekMax(self):
        while len(self.heap) > 1 and -self.heap[0][1] in DEAD:
            heapq.heappop(self.heap)
        return -self.heap[0][0]

    def popMax(self):
        x = self.peekMax()
        DEAD.add(-self.heap[0][1])
        return x
