# A word is taken to end where the path ends: a word that begins a longer one is lost.
class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})

    def find(self, path):
        node = self.root
        for letter in path:
            if letter not in node:
                return None
            node = node[letter]
        return node

    def search(self, word):
        return self.find(word) == {}

    def startsWith(self, prefix):
        return self.find(prefix) is not None
