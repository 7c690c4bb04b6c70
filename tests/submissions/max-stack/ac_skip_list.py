import random


class SkipNode:
    __slots__ = ("key", "forward")

    def __init__(self, key, height):
        self.key = key
        self.forward = [None] * height


class MaxStack:
    """Skip list in descending order, so that the first node is the maximum nearest the top."""

    MAX_LEVEL = 18

    def __init__(self):
        self.head = SkipNode(None, self.MAX_LEVEL)
        self.stack = []
        self.dead = set()
        self.n = 0

    def _before(self, key):
        path = [None] * self.MAX_LEVEL
        node = self.head
        for level in range(self.MAX_LEVEL - 1, -1, -1):
            while node.forward[level] is not None and node.forward[level].key < key:
                node = node.forward[level]
            path[level] = node
        return path

    def _height(self):
        height = 1
        while height < self.MAX_LEVEL and random.getrandbits(1):
            height += 1
        return height

    def push(self, x):
        key = (-x, -self.n)
        self.n += 1
        self.stack.append(key)
        node = SkipNode(key, self._height())
        path = self._before(key)
        for level in range(len(node.forward)):
            node.forward[level] = path[level].forward[level]
            path[level].forward[level] = node

    def _erase(self, key):
        path = self._before(key)
        node = path[0].forward[0]
        for level in range(len(node.forward)):
            path[level].forward[level] = node.forward[level]

    def _clean(self):
        while self.stack[-1] in self.dead:
            self.dead.remove(self.stack.pop())

    def pop(self):
        self._clean()
        key = self.stack.pop()
        self._erase(key)
        return -key[0]

    def top(self):
        self._clean()
        return -self.stack[-1][0]

    def peekMax(self):
        return -self.head.forward[0].key[0]

    def popMax(self):
        key = self.head.forward[0].key
        self._erase(key)
        self.dead.add(key)
        return -key[0]
