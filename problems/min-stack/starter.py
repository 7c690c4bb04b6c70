class MinStack:
    def __init__(self):
        pass  # TODO

    def push(self, val: int) -> None:
        """Put val on the stack."""
        # TODO

    def pop(self) -> None:
        """Remove the element on top."""
        # TODO

    def top(self) -> int:
        """Return the element on top."""
        # TODO

    def getMin(self) -> int:
        """Return the smallest element of the stack."""
        # TODO
