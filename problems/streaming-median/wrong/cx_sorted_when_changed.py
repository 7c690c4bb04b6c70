# Sorted in place, and only at the first question after an addition.
class MedianFinder:
    def __init__(self):
        self.numbers = []
        self.changed = False

    def addNum(self, num):
        self.numbers.append(num)
        self.changed = True

    def findMedian(self):
        if self.changed:
            self.numbers.sort()
            self.changed = False
        n = len(self.numbers)
        return (self.numbers[(n - 1) // 2] + self.numbers[n // 2]) / 2
