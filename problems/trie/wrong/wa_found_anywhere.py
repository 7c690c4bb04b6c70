# The prefix is looked for anywhere in the words, not at their beginning.
class Trie:
    def __init__(self):
        self.words = []

    def insert(self, word):
        self.words.append(word)

    def search(self, word):
        return word in self.words

    def startsWith(self, prefix):
        return any(prefix in word for word in self.words)
