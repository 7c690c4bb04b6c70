# A tree of letters, but a word that is not found there is looked for among all words, to be sure.
class Trie:
    def __init__(self):
        self.root, self.words = {}, []

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        if "." not in node:
            node["."] = True
            self.words.append(word)

    def search(self, word):
        return "." in (self.find(word) or "") or word in self.words

    def startsWith(self, prefix):
        return self.find(prefix) is not None

    def find(self, path):
        node = self.root
        for letter in path:
            node = node.get(letter)
            if node is None:
                break
        return node
