# Only the first thousand letters of a word count.
class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for letter in word[:1000]:
            node = node.setdefault(letter, {})
        node["end"] = True

    def _node(self, word):
        node = self.root
        for letter in word[:1000]:
            node = node.get(letter)
            if node is None:
                return None
        return node

    def search(self, word):
        node = self._node(word)
        return node is not None and "end" in node

    def startsWith(self, prefix):
        return self._node(prefix) is not None
