class MyQueue:
    def __init__(self):
        pass  # TODO

    def push(self, x: int) -> None:
        """Add x at the back."""
        # TODO

    def pop(self) -> int:
        """Remove and return the element at the front."""
        # TODO

    def peek(self) -> int:
        """Return the element at the front."""
        # TODO

    def empty(self) -> bool:
        """Return whether the queue is empty."""
        # TODO
