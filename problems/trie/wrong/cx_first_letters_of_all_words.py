# The tree is not asked for a single letter: the first letters of all words are looked at.
class Trie:
    def __init__(self):
        self.root = {}
        self.words = []

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        if "." not in node:
            node["."] = True
            self.words.append(word)

    def search(self, word):
        return "." in (self.find(word) or "")

    def startsWith(self, prefix):
        if len(prefix) == 1:
            return any(word[0] == prefix for word in reversed(self.words))
        return self.find(prefix) is not None

    def find(self, path):
        node = self.root
        for letter in path:
            node = node.get(letter)
            if node is None:
                break
        return node
