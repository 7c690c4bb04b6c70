class MedianFinder:
    def __init__(self):
        pass  # TODO

    def addNum(self, num: int) -> None:
        """Add num to the stream."""
        # TODO

    def findMedian(self) -> float:
        """Return the median of all numbers added so far."""
        # TODO
