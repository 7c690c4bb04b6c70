# An element's age is the length of the stack: after pops a new one is as old as one below it.
import heapq


class MaxStack:
    def __init__(self):
        self.heap = []
        self.stack = []
        self.age = 0

    def push(self, x):
        entry = [-x, -self.age, True]
        self.age = len(self.stack) + 1
        heapq.heappush(self.heap, entry)
        self.stack.append(entry)

    def top(self):
        while not self.stack[-1][2]:
            self.stack.pop()
        return -self.stack[-1][0]

    def pop(self):
        value = self.top()
        self.stack.pop()[2] = False
        return value

    def peekMax(self):
        while not self.heap[0][2]:
            heapq.heappop(self.heap)
        return -self.heap[0][0]

    def popMax(self):
        value = self.peekMax()
        heapq.heappop(self.heap)[2] = False
        return value
