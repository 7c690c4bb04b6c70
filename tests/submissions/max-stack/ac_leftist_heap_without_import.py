class Leftist:
    def __init__(self, key):
        self.key, self.rank, self.left, self.right = key, 1, None, None


def meld(a, b):
    path = []
    while a is not None and b is not None:
        if a.key < b.key:
            a, b = b, a
        path.append(a)
        a = a.right
    node = a if b is None else b
    while path:
        parent = path.pop()
        parent.right = node
        left_rank = parent.left.rank if parent.left else 0
        right_rank = node.rank if node else 0
        if left_rank < right_rank:
            parent.left, parent.right = parent.right, parent.left
        parent.rank = min(left_rank, right_rank) + 1
        node = parent
    return node


class MaxStack:
    def __init__(self):
        self.root = None
        self.order = []
        self.alive = set()
        self.next_id = 0

    def push(self, x):
        key = x, self.next_id
        self.next_id += 1
        self.order.append(key)
        self.alive.add(key)
        self.root = meld(self.root, Leftist(key))

    def top(self):
        while self.order[-1] not in self.alive:
            self.order.pop()
        return self.order[-1][0]

    def pop(self):
        self.top()
        key = self.order.pop()
        self.alive.discard(key)
        return key[0]

    def peekMax(self):
        while self.root.key not in self.alive:
            self.root = meld(self.root.left, self.root.right)
        return self.root.key[0]

    def popMax(self):
        x = self.peekMax()
        self.alive.discard(self.root.key)
        self.root = meld(self.root.left, self.root.right)
        return x


print("module loaded")
