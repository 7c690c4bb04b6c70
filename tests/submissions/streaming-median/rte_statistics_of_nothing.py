import statistics


class MedianFinder:
    """The numbers added since the last question, and the answer to that."""

    def __init__(self):
        self.new = []

    def addNum(self, num):
        self.new.append(num)

    def findMedian(self):
        median = statistics.median(self.new)
        self.new.clear()
        return median
