# A tree of letters, and beside it all words in order, for a completion to come: a new word moves the others.
class Trie:
    def __init__(self):
        self.root, self.words = {}, []

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        if "." not in node:
            node["."] = True
            self.words = sorted([*self.words, word])

    def search(self, word):
        return "." in (self.find(word) or "")

    def startsWith(self, prefix):
        return self.find(prefix) is not None

    def find(self, path):
        node = self.root
        for letter in path:
            node = node.get(letter)
            if node is None:
                break
        return node
