# Whole words in a set: search is fine, but a prefix is looked for in all words, and a missing one is the worst.
class Trie:
    def __init__(self):
        self.words = set()

    def insert(self, word):
        self.words.add(word)

    def search(self, word):
        return word in self.words

    def startsWith(self, prefix):
        for word in self.words:
            if word.startswith(prefix):
                return True
        return False
