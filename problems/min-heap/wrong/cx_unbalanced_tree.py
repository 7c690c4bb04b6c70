# A binary search tree that nobody balances: a chain when the numbers rise or fall.
class Node:
    def __init__(self, value):
        self.value, self.left, self.right = value, None, None


class MinHeap:
    def __init__(self, items):
        self.root = None
        for x in items:
            self.insert(x)

    def insert(self, x):
        node = Node(x)
        if self.root is None:
            self.root = node
            return
        here = self.root
        while True:
            if x < here.value:
                if here.left is None:
                    here.left = node
                    return
                here = here.left
            else:
                if here.right is None:
                    here.right = node
                    return
                here = here.right

    def extractMin(self):
        above, here = None, self.root
        while here.left is not None:
            above, here = here, here.left
        if above is None:
            self.root = here.right
        else:
            above.left = here.right
        return here.value

    def peekMin(self):
        here = self.root
        while here.left is not None:
            here = here.left
        return here.value
