# The first of many pushes pays for the shape that the others left
"""Splay tree with sizes, bottom-up with parent links; amortised O(log n)."""


class Node:
    __slots__ = ("key", "kid", "up", "size")

    def __init__(self, key):
        self.key, self.kid, self.up, self.size = key, [None, None], None, 1


class Tree:
    def __init__(self):
        self.root = None

    def __len__(self):
        return self.root.size if self.root else 0

    @staticmethod
    def pull(n):
        n.size = 1 + sum(k.size for k in n.kid if k)

    def rotate(self, n):
        p, g = n.up, n.up.up
        s = p.kid[1] is n
        m = n.kid[not s]
        p.kid[s] = m
        if m:
            m.up = p
        n.kid[not s] = p
        p.up, n.up = n, g
        if g:
            g.kid[g.kid[1] is p] = n
        self.pull(p)
        self.pull(n)

    def splay(self, n):
        while n.up:
            p, g = n.up, n.up.up
            if g:
                self.rotate(p if (g.kid[1] is p) == (p.kid[1] is n) else n)
            self.rotate(n)
        self.root = n

    def insert(self, key):
        new = Node(key)
        if not self.root:
            self.root = new
            return
        n = self.root
        while True:
            s = not key < n.key
            if n.kid[s] is None:
                break
            n = n.kid[s]
        n.kid[s], new.up = new, n
        while n:
            n.size += 1
            n = n.up
        self.splay(new)

    def kth(self, k):
        n = self.root
        while True:
            l = n.kid[0].size if n.kid[0] else 0
            if k == l:
                break
            if k < l:
                n = n.kid[0]
            else:
                k -= l + 1
                n = n.kid[1]
        self.splay(n)
        return n.key

    def delete(self, key):
        n = self.root
        while n.key != key:
            n = n.kid[n.key < key]
        self.splay(n)
        l, r = n.kid
        if l:
            l.up = None
        if r:
            r.up = None
        if not l:
            self.root = r
            return
        m = l
        while m.kid[1]:
            m = m.kid[1]
        self.splay(m)
        m.kid[1] = r
        if r:
            r.up = m
        self.pull(m)


class MedianStack:
    """The tree holds (value, number); each value has its own stack of numbers, newest last."""

    def __init__(self):
        self.tree, self.seq = Tree(), 0
        self.stack, self.dead, self.same = [], set(), {}

    def push(self, x):
        self.seq += 1
        self.stack.append((x, self.seq))
        self.same.setdefault(x, []).append(self.seq)
        self.tree.insert((x, self.seq))

    def _forget(self, x):
        """Drop the newest of x: it is the one nearest the top."""
        mine = self.same[x]
        i = mine.pop()
        if not mine:
            del self.same[x]
        self.tree.delete((x, i))
        return i

    def _trim(self):
        while self.stack and self.stack[-1][1] in self.dead:
            self.dead.remove(self.stack.pop()[1])

    def pop(self):
        x, i = self.stack.pop()
        assert self._forget(x) == i
        self._trim()

    def top(self):
        return self.stack[-1][0]

    def peekMedian(self):
        n = len(self.tree)
        return (self.tree.kth((n - 1) // 2)[0] + self.tree.kth(n // 2)[0]) / 2

    def popMedian(self):
        x, _ = self.tree.kth((len(self.tree) - 1) // 2)
        self.dead.add(self._forget(x))
        self._trim()
        return x
