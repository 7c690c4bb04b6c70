class MyHashMap:
    def __init__(self):
        pass  # TODO

    def put(self, key: int, value: int) -> None:
        """Store value under key."""
        # TODO

    def get(self, key: int) -> int:
        """Return the value under key, or -1."""
        # TODO

    def remove(self, key: int) -> None:
        """Remove key and its value where it is there."""
        # TODO
