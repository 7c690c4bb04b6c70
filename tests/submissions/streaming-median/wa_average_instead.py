class MedianFinder:
    def __init__(self):
        self.total = 0
        self.count = 0

    def addNum(self, num):
        self.total += num
        self.count += 1

    def findMedian(self):
        return self.total / self.count
