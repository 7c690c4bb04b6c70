import heapq


class MaxStack:
    """pop removes nothing from the heap, and popMax nothing from the stack, but by value with list.remove."""

    def __init__(self):
        self.stack = []
        self.heap = []

    def push(self, x):
        self.stack.append(x)
        heapq.heappush(self.heap, -x)

    def pop(self):
        return self.stack.pop()

    def top(self):
        return self.stack[-1]

    def peekMax(self):
        return -self.heap[0]

    def popMax(self):
        x = -heapq.heappop(self.heap)
        self.stack.remove(x)
        return x
