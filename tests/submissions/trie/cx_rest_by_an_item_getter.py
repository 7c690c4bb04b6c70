# The rest of the word is copied at every letter, by a getter.
from operator import itemgetter

rest = itemgetter(slice(1, None))


class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        while word:
            node = node.setdefault(word[0], {})
            word = rest(word)
        node[""] = True

    def find(self, word):
        node = self.root
        while word and node is not None:
            node, word = node.get(word[0]), rest(word)
        return node

    def search(self, word):
        node = self.find(word)
        return node is not None and "" in node

    def startsWith(self, prefix):
        return self.find(prefix) is not None
