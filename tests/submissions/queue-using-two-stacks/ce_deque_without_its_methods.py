from collections import deque


class MyQueue:
    """The front of a deque, taken by index."""

    def __init__(self):
        self.items = deque()

    def push(self, x):
        self.items.append(x)

    def pop(self):
        x = self.items[0]
        del self.items[0]
        return x

    def peek(self):
        return self.items[0]

    def empty(self):
        return not self.items
