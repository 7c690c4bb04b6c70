from typing import List, Optional


class TrieNode:
    """Twenty-six slots, one for each letter."""

    def __init__(self):
        self.next: List[Optional["TrieNode"]] = [None] * 26
        self.end = False


class Trie:
    def __init__(self):
        self.root = TrieNode()

    def insert(self, word: str) -> None:
        node = self.root
        for c in word:
            i = ord(c) - ord("a")
            if node.next[i] is None:
                node.next[i] = TrieNode()
            node = node.next[i]
        node.end = True

    def search(self, word: str) -> bool:
        return self._walk(word, True)

    def startsWith(self, prefix: str) -> bool:
        return self._walk(prefix, False)

    def _walk(self, text: str, whole: bool) -> bool:
        node = self.root
        for c in text:
            node = node.next[ord(c) - ord("a")]
            if not node:
                return False
        return node.end or not whole
