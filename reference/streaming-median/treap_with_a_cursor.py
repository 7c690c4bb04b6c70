"""A treap with parent pointers; a cursor stays on the lower middle node, so a median is one or two looks."""

import random


class _Node:
    __slots__ = ("down", "priority", "up", "value")

    def __init__(self, value):
        self.value = value
        self.priority = random.random()
        self.up = None
        self.down = [None, None]


class MedianFinder:
    def __init__(self):
        self.root = None
        self.size = 0
        self.middle = None
        self.above = None

    def addNum(self, num):
        node = self._insert(num)
        self.size += 1
        if self.size == 1:
            self.middle = node
            return
        right = num >= self.middle.value
        if right and self.size % 2:
            self.middle = self._next(self.middle, 1)
        elif not right and self.size % 2 == 0:
            self.middle = self._next(self.middle, 0)
        self.above = self._next(self.middle, 1)

    def findMedian(self):
        if self.size % 2:
            return self.middle.value
        return (self.middle.value + self.above.value) / 2

    def _insert(self, value):
        node = _Node(value)
        if self.root is None:
            self.root = node
            return node
        at = self.root
        while True:
            side = int(value >= at.value)
            if at.down[side] is None:
                break
            at = at.down[side]
        at.down[side] = node
        node.up = at
        while node.up is not None and node.priority < node.up.priority:
            self._rotate(node)
        return node

    def _rotate(self, node):
        parent, grand = node.up, node.up.up
        side = int(parent.down[1] is node)
        inner = node.down[1 - side]
        parent.down[side] = inner
        if inner is not None:
            inner.up = parent
        node.down[1 - side] = parent
        parent.up = node
        node.up = grand
        if grand is None:
            self.root = node
        else:
            grand.down[int(grand.down[1] is parent)] = node

    @staticmethod
    def _next(node, side):
        """The neighbour in sorted order: after it for side 1, before it for side 0."""
        if node.down[side] is not None:
            node = node.down[side]
            while node.down[1 - side] is not None:
                node = node.down[1 - side]
            return node
        while node.up is not None and node.up.down[side] is node:
            node = node.up
        return node.up
