class MedianStack:
    def __init__(self):
        pass  # TODO

    def push(self, x: int) -> None:
        """Put x on the stack."""
        # TODO

    def pop(self) -> None:
        """Remove the element on top."""
        # TODO

    def top(self) -> int:
        """Return the element on top."""
        # TODO

    def peekMedian(self) -> float:
        """Return the median: the mean of the two middle elements for an even number of them."""
        # TODO

    def popMedian(self) -> int:
        """Remove and return the lower median; of equal elements, the one nearest the top."""
        # TODO
