class Trie:
    def __init__(self):
        pass  # TODO

    def insert(self, word: str) -> None:
        """Add word."""
        # TODO

    def search(self, word: str) -> bool:
        """Return whether word was inserted."""
        # TODO

    def startsWith(self, prefix: str) -> bool:
        """Return whether an inserted word begins with prefix."""
        # TODO
