# Each node keeps the path from the root to it: a new long word copies all its beginnings.
class Node:
    def __init__(self, path):
        self.path = path
        self.children = {}
        self.is_word = False


class Trie:
    def __init__(self):
        self.root = Node("")

    def insert(self, word):
        node = self.root
        for letter in word:
            if letter not in node.children:
                node.children[letter] = Node(node.path + letter)
            node = node.children[letter]
        node.is_word = True

    def search(self, word):
        node = self.find(word)
        return node is not None and node.is_word

    def startsWith(self, prefix):
        return self.find(prefix) is not None

    def find(self, path):
        node = self.root
        for letter in path:
            if letter not in node.children:
                return None
            node = node.children[letter]
        return node
