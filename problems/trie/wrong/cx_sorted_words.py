# Words in a sorted list: bisection finds words and prefixes, but an insertion moves all the later words.
from bisect import bisect_left


class Trie:
    def __init__(self):
        self.words = []

    def insert(self, word):
        at = bisect_left(self.words, word)
        self.words.insert(at, word)

    def search(self, word):
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word

    def startsWith(self, prefix):
        at = bisect_left(self.words, prefix)
        return at < len(self.words) and self.words[at].startswith(prefix)
