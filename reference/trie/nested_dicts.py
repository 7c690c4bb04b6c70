END = "end"


class Trie:
    """Dictionaries in dictionaries, walked recursively by position."""

    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        node[END] = True

    def search(self, word):
        return self.reach(self.root, word, 0, lambda node: END in node)

    def startsWith(self, prefix):
        return self.reach(self.root, prefix, 0, lambda node: True)

    def reach(self, node, text, at, good):
        if at == len(text):
            return good(node)
        return text[at] in node and self.reach(node[text[at]], text, at + 1, good)
