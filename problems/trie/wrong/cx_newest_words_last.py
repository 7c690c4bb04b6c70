# Beside the tree a list of the words, the newest last: a word that is there already is moved to its end.
class Trie:
    def __init__(self):
        self.root = {}
        self.recent = []

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        if "." in node:
            self.recent.remove(word)
        node["."] = True
        self.recent.append(word)

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
