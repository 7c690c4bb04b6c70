# One table of letters for each position instead of a tree: paths of different words are mixed.
class Trie:
    def __init__(self):
        self.rows = []
        self.ends = set()

    def insert(self, word):
        for at, letter in enumerate(word):
            if at == len(self.rows):
                self.rows.append(set())
            self.rows[at].add(letter)
        self.ends.add((len(word), word[-1]))

    def startsWith(self, prefix):
        return len(prefix) <= len(self.rows) and all(a in row for a, row in zip(prefix, self.rows))

    def search(self, word):
        return self.startsWith(word) and (len(word), word[-1]) in self.ends
