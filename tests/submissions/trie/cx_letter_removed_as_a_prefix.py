# The first letter is taken off with removeprefix, which copies what is left.
class Trie:
    def __init__(self):
        self.root = {}

    def down(self, word, step):
        node = self.root
        while word and node is not None:
            letter, word = word[0], word.removeprefix(word[0])
            node = step(node, letter)
        return node

    def insert(self, word):
        self.down(word, lambda node, letter: node.setdefault(letter, {}))[0] = True

    def search(self, word):
        return 0 in (self.down(word, dict.get) or ())

    def startsWith(self, prefix):
        return self.down(prefix, dict.get) is not None
