# A sorted linked list, searched from the ends, the median and the last two places: far only at random.
from math import inf


class Node:
    def __init__(self, value):
        self.value, self.before, self.after, self.gone = value, None, None, False


class MedianStack:
    def __init__(self):
        self.first, self.last = Node(-inf), Node(inf)
        self.first.after, self.last.before = self.last, self.first
        self.stack, self.places = [], {}
        self.low = self.first  # the lower median
        self.size = 0
        self.recent = [self.first, self.first]

    def push(self, x):
        node = Node(x)
        at = self.place(x)
        node.before, node.after = at, at.after
        at.after.before = node
        at.after = node
        self.recent = [self.recent[1], node]
        self.stack.append(node)
        self.places.setdefault(x, []).append(node)
        self.size += 1
        if self.size == 1:
            self.low = node
        elif x >= self.low.value:
            if self.size % 2:
                self.low = self.low.after
        elif self.size % 2 == 0:
            self.low = self.low.before

    def place(self, x):
        """The last node that is not larger than x."""
        if self.last.before.value <= x:
            return self.last.before
        if self.first.after.value > x:
            return self.first
        at = min([*self.recent, self.low], key=lambda node: abs(node.value - x))
        while at.value > x:
            at = at.before
        while at.after.value <= x:
            at = at.after
        return at

    def unlink(self, node):
        if node is self.low:
            self.low = node.before if self.size % 2 else node.after
        elif node.value >= self.low.value:
            if self.size % 2:
                self.low = self.low.before
        elif self.size % 2 == 0:
            self.low = self.low.after
        self.recent = [near.before if near is node else near for near in self.recent]
        node.before.after, node.after.before = node.after, node.before
        node.gone = True
        self.size -= 1
        if self.size == 0:
            self.low = self.first
        while self.stack and self.stack[-1].gone:
            self.stack.pop()

    def pop(self):
        self.unlink(self.places[self.stack[-1].value].pop())

    def top(self):
        return self.stack[-1].value

    def peekMedian(self):
        return self.low.value if self.size % 2 else (self.low.value + self.low.after.value) / 2

    def popMedian(self):
        median = self.low.value
        self.unlink(self.places[median].pop())
        return median
