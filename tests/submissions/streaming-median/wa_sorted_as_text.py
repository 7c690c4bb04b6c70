class MedianFinder:
    def __init__(self):
        self.words = []

    def addNum(self, num):
        self.words.append(str(num))

    def findMedian(self):
        words = sorted(self.words)
        n = len(words)
        return (int(words[(n - 1) // 2]) + int(words[n // 2])) / 2
