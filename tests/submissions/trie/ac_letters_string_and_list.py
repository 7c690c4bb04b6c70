"""Each node has a string of its letters and a list of its children; at most 26 of them."""


class Node:
    def __init__(self):
        self.letters, self.kids, self.end = [], [], False

    def step(self, c):
        for letter, kid in zip(self.letters, self.kids):
            if letter == c:
                return kid


class Trie:
    def __init__(self):
        self.root = Node()

    def insert(self, word):
        node = self.root
        for c in word:
            kid = node.step(c)
            if kid is None:
                kid = Node()
                node.letters.append(c)
                node.kids.append(kid)
            node = kid
        node.end = True

    def _find(self, s):
        node = self.root
        for c in s:
            node = node.step(c)
            if node is None:
                break
        return node

    def search(self, word):
        node = self._find(word)
        return node is not None and node.end

    def startsWith(self, prefix):
        return self._find(prefix) is not None
