"""A pairing heap: trees that are linked in O(1), and paired up when their root is taken."""


class Tree:
    def __init__(self, value):
        self.value = value
        self.children = []


def link(a, b):
    if b.value < a.value:
        a, b = b, a
    a.children.append(b)
    return a


class MinHeap:
    def __init__(self, items):
        self.root = None
        for x in items:
            self.insert(x)

    def insert(self, x):
        tree = Tree(x)
        self.root = link(self.root, tree) if self.root else tree

    def peekMin(self):
        return self.root.value

    def extractMin(self):
        smallest, trees = self.root.value, self.root.children
        pairs = [link(*trees[i:i + 2]) if i + 1 < len(trees) else trees[i] for i in range(0, len(trees), 2)]
        self.root = pairs.pop() if pairs else None
        while pairs:
            self.root = link(self.root, pairs.pop())
        return smallest
