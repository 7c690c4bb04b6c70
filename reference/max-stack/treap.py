"""A treap of (value, number) for the maximum, and a stack that drops its dead elements late."""

import random


class MaxStack:
    def __init__(self):
        self.stack = []
        self.alive = {}
        self.root = None
        self.pushes = 0

    def push(self, x):
        key = (x, self.pushes)
        self.pushes += 1
        self.stack.append(key)
        self.alive[key] = True
        left, right = self._split(self.root, key)
        self.root = self._merge(self._merge(left, [key, random.random(), None, None]), right)

    def pop(self):
        x = self.top()
        key = self.stack.pop()
        del self.alive[key]
        self._erase(key)
        return x

    def top(self):
        while self.stack[-1] not in self.alive:
            self.stack.pop()
        return self.stack[-1][0]

    def _last(self):
        node = self.root
        while node[3]:
            node = node[3]
        return node[0]

    def peekMax(self):
        return self._last()[0]

    def popMax(self):
        key = self._last()
        del self.alive[key]
        self._erase(key)
        return key[0]

    def _erase(self, key):
        left, rest = self._split(self.root, key)
        _, right = self._split(rest, (key[0], key[1] + 1))
        self.root = self._merge(left, right)

    def _split(self, node, key):
        """Everything below `key`, and the rest."""
        if node is None:
            return None, None
        if node[0] < key:
            node[3], right = self._split(node[3], key)
            return node, right
        left, node[2] = self._split(node[2], key)
        return left, node

    def _merge(self, left, right):
        if left is None or right is None:
            return left or right
        if left[1] > right[1]:
            left[3] = self._merge(left[3], right)
            return left
        right[2] = self._merge(left, right[2])
        return right
