# startsWith wants something behind the prefix: a word is not taken for its own beginning.
class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        node["end"] = True

    def find(self, path):
        node = self.root
        for letter in path:
            if letter not in node:
                return {}
            node = node[letter]
        return node

    def search(self, word):
        return "end" in self.find(word)

    def startsWith(self, prefix):
        return any(key != "end" for key in self.find(prefix))
