# Long beginnings share an edge; where it is split, the upper part takes over the mark of a word.
class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for depth, letter in enumerate(word):
            if depth > 4 and node and letter not in node:
                node["."] = True
            node = node.setdefault(letter, {})
        node["."] = True

    def search(self, word):
        return self.startsWith(word + ".")

    def startsWith(self, prefix):
        node = self.root
        for letter in prefix:
            node = node.get(letter) if node else None
        return node is not None
