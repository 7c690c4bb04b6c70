# Insertion sort from the end: quick on ascending numbers, slow on all others.
class MedianFinder:
    def __init__(self):
        self.numbers = []

    def addNum(self, num):
        self.numbers.append(num)
        i = len(self.numbers) - 1
        while i > 0 and self.numbers[i - 1] > num:
            self.numbers[i] = self.numbers[i - 1]
            i -= 1
        self.numbers[i] = num

    def findMedian(self):
        n = len(self.numbers)
        return (self.numbers[(n - 1) // 2] + self.numbers[n // 2]) / 2
