# The middle of the order of arrival.
class MedianFinder:
    def __init__(self):
        self.numbers = []

    def addNum(self, num):
        self.numbers.append(num)

    def findMedian(self):
        n = len(self.numbers)
        return (self.numbers[(n - 1) // 2] + self.numbers[n // 2]) / 2
