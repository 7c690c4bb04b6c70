# A search tree that nobody balances: sorted pushes make it a chain.
class Tree:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


class MaxStack:
    def __init__(self):
        self.stack = []
        self.root = None
        self.gone = set()
        self.count = 0

    def push(self, x):
        key = (x, self.count)
        self.count += 1
        self.stack.append(key)
        if self.root is None:
            self.root = Tree(key)
            return
        node = self.root
        while True:
            side = "left" if key < node.key else "right"
            below = getattr(node, side)
            if below is None:
                setattr(node, side, Tree(key))
                return
            node = below

    def _erase(self, key):
        parent, node = None, self.root
        while node.key != key:
            parent, node = node, node.left if key < node.key else node.right
        if node.left and node.right:
            above, heir = node, node.left
            while heir.right:
                above, heir = heir, heir.right
            node.key = heir.key
            parent, node = above, heir
        child = node.left or node.right
        if parent is None:
            self.root = child
        elif parent.left is node:
            parent.left = child
        else:
            parent.right = child

    def _settle(self):
        while self.stack[-1] in self.gone:
            self.gone.discard(self.stack.pop())

    def pop(self):
        self._settle()
        key = self.stack.pop()
        self._erase(key)
        return key[0]

    def top(self):
        self._settle()
        return self.stack[-1][0]

    def _last(self):
        node = self.root
        while node.right:
            node = node.right
        return node.key

    def peekMax(self):
        return self._last()[0]

    def popMax(self):
        key = self._last()
        self._erase(key)
        self.gone.add(key)
        return key[0]
