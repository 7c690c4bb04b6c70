import heapq


class MaxStack:
    def __init__(self):
        self.stack = []
        self.heap = []
        self.dead = set()
        self.n = 0

    def push(self, x):
        self.stack.append((x, self.n))
        heapq.heappush(self.heap, (-x, -self.n))
        self.n += 1

    def top(self):
        while self.stack[-1][1] in self.dead:
            self.stack.pop()
        return self.stack[-1][0]

    def pop(self):
        x = self.top()
        self.dead.add(self.stack.pop()[1])
        return x

    def peekMax(self):
        heap = list(self.heap)
        while -heap[0][1] in self.dead:
            heapq.heappop(heap)
        return -heap[0][0]

    def popMax(self):
        while -self.heap[0][1] in self.dead:
            heapq.heappop(self.heap)
        x, n = heapq.heappop(self.heap)
        self.dead.add(-n)
        return -x
