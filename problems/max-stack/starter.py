class MaxStack:
    def __init__(self):
        pass  # TODO

    def push(self, x: int) -> None:
        """Put x on the stack."""
        # TODO

    def pop(self) -> int:
        """Remove the element on top and return it."""
        # TODO

    def top(self) -> int:
        """Return the element on top."""
        # TODO

    def peekMax(self) -> int:
        """Return the largest element."""
        # TODO

    def popMax(self) -> int:
        """Remove the largest element nearest the top and return it."""
        # TODO
