# Letters are packed into 64 bits, five for each: of a longer word only the last letters are left.
class Trie:
    def __init__(self):
        self.beginnings, self.words = set(), set()

    def insert(self, word):
        packed = 0
        for letter in word:
            packed = self._with(packed, letter)
            self.beginnings.add(packed)
        self.words.add(packed)

    def search(self, word):
        return self._packed(word) in self.words

    def startsWith(self, prefix):
        return self._packed(prefix) in self.beginnings

    def _with(self, packed, letter):
        return (packed << 5 | ord(letter) - 96) & 0xFFFFFFFFFFFFFFFF

    def _packed(self, text):
        packed = 0
        for letter in text:
            packed = self._with(packed, letter)
        return packed
