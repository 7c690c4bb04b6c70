# Inserts leave single roots, and whoever looks for the minimum first puts them all together.
class Node:
    def __init__(self, key):
        self.key = key
        self.children = []


def together(roots):
    while len(roots) > 1:
        paired = roots[len(roots) & ~1 :]
        for one, other in zip(roots[::2], roots[1::2]):
            if other.key < one.key:
                one, other = other, one
            one.children.append(other)
            paired.append(one)
        roots = paired
    return roots


class MinHeap:
    def __init__(self, items):
        self.roots = together([Node(x) for x in items])

    def insert(self, x):
        self.roots.append(Node(x))

    def extractMin(self):
        root = together(self.roots)[0]
        self.roots = together(root.children)
        return root.key

    def peekMin(self):
        self.roots = together(self.roots)
        return self.roots[0].key
