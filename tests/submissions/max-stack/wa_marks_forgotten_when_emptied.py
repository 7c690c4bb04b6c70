import heapq


class MaxStack:
    """When the stack is empty all marks are wiped, but dead elements may still wait in stack and heap."""

    def __init__(self):
        self.stack = []
        self.heap = []
        self.dead = set()
        self.live = 0
        self.n = 0

    def push(self, x):
        if self.live == 0:
            self.dead.clear()
        self.stack.append((x, self.n))
        heapq.heappush(self.heap, (-x, -self.n))
        self.n += 1
        self.live += 1

    def top(self):
        while self.stack[-1][1] in self.dead:
            self.stack.pop()
        return self.stack[-1][0]

    def pop(self):
        x = self.top()
        self.dead.add(self.stack.pop()[1])
        self.live -= 1
        return x

    def peekMax(self):
        while -self.heap[0][1] in self.dead:
            heapq.heappop(self.heap)
        return -self.heap[0][0]

    def popMax(self):
        x = self.peekMax()
        self.dead.add(-heapq.heappop(self.heap)[1])
        self.live -= 1
        return x
