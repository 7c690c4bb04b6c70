from bisect import bisect_left


class Trie:
    """Children in two parallel sorted lists of at most 26, found by bisection."""

    def __init__(self):
        self.letters, self.kids, self.end = [], [], False

    def _kid(self, c, make=False):
        i = bisect_left(self.letters, c)
        if i < len(self.letters) and self.letters[i] == c:
            return self.kids[i]
        if make:
            self.letters.insert(i, c)
            self.kids.insert(i, Trie())
            return self.kids[i]

    def insert(self, word):
        node = self
        for c in word:
            node = node._kid(c, True)
        node.end = True

    def search(self, word):
        node = self
        for c in word:
            if not (node := node._kid(c)):
                return False
        return node.end

    def startsWith(self, prefix):
        node = self
        return all(node := node._kid(c) for c in prefix)
