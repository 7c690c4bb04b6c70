"""A tree whose edges are letters; a node knows its children by letter and whether a word ends in it.

insert walks from the root, makes the nodes that are missing and marks the last one. search and startsWith walk the same way
and stop where a letter has no child. One look-up for each letter: O(m), whatever else is in the tree.
"""


class _Node:
    def __init__(self):
        self.children = {}
        self.is_word = False


class Trie:
    def __init__(self):
        self._root = _Node()

    def insert(self, word: str) -> None:
        node = self._root
        for letter in word:
            if letter not in node.children:
                node.children[letter] = _Node()
            node = node.children[letter]
        node.is_word = True

    def search(self, word: str) -> bool:
        node = self._find(word)
        return node is not None and node.is_word

    def startsWith(self, prefix: str) -> bool:
        return self._find(prefix) is not None

    def _find(self, path):
        node = self._root
        for letter in path:
            node = node.children.get(letter)
            if node is None:
                return None
        return node
