# The numbers are sorted at every question.
class MedianFinder:
    def __init__(self):
        self.numbers = []

    def addNum(self, num):
        self.numbers.append(num)

    def findMedian(self):
        ordered = sorted(self.numbers)
        n = len(ordered)
        return (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
