"""A leftist heap: trees that are merged along their right edges, which stay short."""


class Tree:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None
        self.rank = 1


def rank(tree):
    return tree.rank if tree else 0


def merge(a, b):
    if a is None or b is None:
        return a or b
    if b.value < a.value:
        a, b = b, a
    a.right = merge(a.right, b)
    if rank(a.left) < rank(a.right):
        a.left, a.right = a.right, a.left
    a.rank = rank(a.right) + 1
    return a


class MinHeap:
    def __init__(self, items):
        trees = [Tree(x) for x in items]
        while len(trees) > 1:
            trees = [merge(*trees[i:i + 2]) if i + 1 < len(trees) else trees[i] for i in range(0, len(trees), 2)]
        self.root = trees[0] if trees else None

    def insert(self, x):
        self.root = merge(self.root, Tree(x))

    def peekMin(self):
        return self.root.value

    def extractMin(self):
        smallest = self.root.value
        self.root = merge(self.root.left, self.root.right)
        return smallest
