# A real tree, but startsWith collects all words below the prefix to see whether there are any.
class Node:
    def __init__(self):
        self.children = {}
        self.is_word = False


class Trie:
    def __init__(self):
        self.root = Node()

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.children.setdefault(letter, Node())
        node.is_word = True

    def find(self, path):
        node = self.root
        for letter in path:
            if letter not in node.children:
                return None
            node = node.children[letter]
        return node

    def search(self, word):
        node = self.find(word)
        return node is not None and node.is_word

    def startsWith(self, prefix):
        node = self.find(prefix)
        found, waiting = [], [(node, prefix)] if node else []
        while waiting:
            node, word = waiting.pop()
            if node.is_word:
                found.append(word)
            waiting.extend((child, word + letter) for letter, child in node.children.items())
        return len(found) > 0
