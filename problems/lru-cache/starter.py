class LRUCache:
    def __init__(self, capacity: int):
        pass  # TODO

    def get(self, key: int) -> int:
        """Return the value of key, or -1."""
        # TODO

    def put(self, key: int, value: int) -> None:
        """Store value under key; drop the least recently used key if there is no room."""
        # TODO
