# Every beginning of every word goes into a set: inserting a word of m letters copies O(m^2).
class Trie:
    def __init__(self):
        self.words = set()
        self.beginnings = set()

    def insert(self, word):
        self.words.add(word)
        for end in range(1, len(word) + 1):
            self.beginnings.add(word[:end])

    def search(self, word):
        return word in self.words

    def startsWith(self, prefix):
        return prefix in self.beginnings
