# append and sort: the sort is linear even when only the last number is out of place.
class MedianFinder:
    def __init__(self):
        self.numbers = []

    def addNum(self, num):
        self.numbers.append(num)
        self.numbers.sort()

    def findMedian(self):
        n = len(self.numbers)
        if n % 2 == 1:
            return float(self.numbers[n // 2])
        return (self.numbers[n // 2 - 1] + self.numbers[n // 2]) / 2.0
