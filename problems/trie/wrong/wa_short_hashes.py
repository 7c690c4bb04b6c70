# Every beginning is known by its hash of 16 bits: after some hundred words others have the same one.
class Trie:
    def __init__(self):
        self.beginnings, self.words = set(), set()

    def insert(self, word):
        hashes = self.hashes(word)
        self.beginnings.update(hashes)
        self.words.add(hashes[-1])

    def search(self, word):
        return self.hashes(word)[-1] in self.words

    def startsWith(self, prefix):
        return self.hashes(prefix)[-1] in self.beginnings

    def hashes(self, text):
        found = [0]
        for letter in text:
            found.append((found[-1] * 31 + ord(letter)) % (1 << 16))
        return found[1:]
