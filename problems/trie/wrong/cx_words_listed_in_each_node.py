# Each node lists the words that pass it, for a completion to come, and an insertion looks through the lists first.
class Node:
    def __init__(self):
        self.children, self.words, self.is_word = {}, [], False


class Trie:
    def __init__(self):
        self.root = Node()

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.children.setdefault(letter, Node())
            if word not in node.words:
                node.words.append(word)
        node.is_word = True

    def search(self, word):
        node = self.find(word)
        return node is not None and node.is_word

    def startsWith(self, prefix):
        return self.find(prefix) is not None

    def find(self, path):
        node = self.root
        for letter in path:
            node = node.children.get(letter)
            if node is None:
                return None
        return node
