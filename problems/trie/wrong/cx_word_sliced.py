# Recursion on word[1:]: each step copies the rest of the word, O(m^2) in all.
class Trie:
    def __init__(self):
        self.children = {}
        self.is_word = False

    def insert(self, word):
        if not word:
            self.is_word = True
            return
        if word[0] not in self.children:
            self.children[word[0]] = Trie()
        self.children[word[0]].insert(word[1:])

    def search(self, word):
        if not word:
            return self.is_word
        return word[0] in self.children and self.children[word[0]].search(word[1:])

    def startsWith(self, prefix):
        if not prefix:
            return True
        return prefix[0] in self.children and self.children[prefix[0]].startsWith(prefix[1:])
