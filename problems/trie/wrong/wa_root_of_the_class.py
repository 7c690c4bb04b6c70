# The root is an attribute of the class: all tries share it.
class Trie:
    root = {}

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        node["end"] = True

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
