class MedianFinder:
    """Stochastic approximation: steps towards each number."""

    def __init__(self):
        self.estimate = None
        self.step = 1.0

    def addNum(self, num):
        if self.estimate is None:
            self.estimate = float(num)
        elif num > self.estimate:
            self.estimate += self.step
        elif num < self.estimate:
            self.estimate -= self.step
        self.step *= 0.99

    def findMedian(self):
        return self.estimate
