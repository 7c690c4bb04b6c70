class MinHeap:
    def __init__(self, items: list[int]):
        pass  # TODO

    def insert(self, x: int) -> None:
        """Add x."""
        # TODO

    def extractMin(self) -> int:
        """Remove and return the smallest element."""
        # TODO

    def peekMin(self) -> int:
        """Return the smallest element."""
        # TODO
