"""A ternary search tree: at most 26 steps aside per letter."""


class Node:
    __slots__ = ("c", "lo", "eq", "hi", "end")

    def __init__(self, c):
        self.c, self.lo, self.eq, self.hi, self.end = c, None, None, None, False


class Trie:
    def __init__(self):
        self.top = Node("")     # its eq is the tree

    def insert(self, word):
        at, side = self.top, "eq"
        for c in word:
            while True:
                nxt = getattr(at, side)
                if nxt is None:
                    nxt = Node(c)
                    setattr(at, side, nxt)
                at = nxt
                if c == at.c:
                    break
                side = "lo" if c < at.c else "hi"
            side = "eq"
        at.end = True

    def _walk(self, s):
        at, nxt = self.top, self.top.eq
        for c in s:
            while nxt is not None and nxt.c != c:
                nxt = nxt.lo if c < nxt.c else nxt.hi
            if nxt is None:
                return None
            at, nxt = nxt, nxt.eq
        return at

    def search(self, word):
        n = self._walk(word)
        return n is not None and n.end

    def startsWith(self, prefix):
        return self._walk(prefix) is not None
