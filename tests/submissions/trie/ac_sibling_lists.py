"""First child and next sibling: at most 26 siblings, so a letter costs at most 26 steps."""


class Trie:
    __slots__ = ("letter", "child", "sibling", "word")

    def __init__(self, letter="", sibling=None):
        self.letter, self.sibling = letter, sibling
        self.child, self.word = None, False

    def _step(self, c):
        kid = self.child
        while kid is not None and kid.letter != c:
            kid = kid.sibling
        return kid

    def insert(self, word):
        node = self
        for c in word:
            kid = node._step(c)
            if kid is None:
                kid = node.child = Trie(c, node.child)
            node = kid
        node.word = True

    def _find(self, s):
        node = self
        for c in s:
            if (node := node._step(c)) is None:
                return None
        return node

    def search(self, word):
        node = self._find(word)
        return node is not None and node.word

    def startsWith(self, prefix):
        return self._find(prefix) is not None
