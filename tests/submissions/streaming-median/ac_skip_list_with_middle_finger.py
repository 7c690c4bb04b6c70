import random


class Node:
    __slots__ = "value", "next", "prev"

    def __init__(self, value, height):
        self.value = value
        self.next = [None] * height
        self.prev = None


class MedianFinder:
    """A skip list, doubly linked at the bottom; a finger follows the lower middle."""

    TOP = 20

    def __init__(self):
        self.head = Node(None, self.TOP)
        self.size = 0
        self.finger = None
        self.rng = random.Random(7)

    def _insert(self, value):
        height = 1
        while height < self.TOP and self.rng.random() < 0.5:
            height += 1
        new = Node(value, height)
        node = self.head
        for level in reversed(range(self.TOP)):
            while node.next[level] is not None and node.next[level].value <= value:
                node = node.next[level]
            if level < height:
                new.next[level] = node.next[level]
                node.next[level] = new
        new.prev = node
        if new.next[0] is not None:
            new.next[0].prev = new
        return new

    def addNum(self, num: int) -> None:
        new = self._insert(num)
        self.size += 1
        if self.finger is None:
            self.finger = new
        elif num < self.finger.value:
            if self.size % 2 == 0:
                self.finger = self.finger.prev
        elif self.size % 2 == 1:
            self.finger = self.finger.next[0]

    def findMedian(self) -> float:
        if self.size % 2:
            return float(self.finger.value)
        return self.finger.value / 2 + self.finger.next[0].value / 2
