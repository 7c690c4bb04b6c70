# Walks on without asking whether the letter has a child: KeyError for words that are not there.
class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        node["end"] = True

    def search(self, word):
        node = self.root
        for letter in word:
            node = node[letter]
        return "end" in node

    def startsWith(self, prefix):
        node = self.root
        for letter in prefix:
            node = node[letter]
        return True
