import heapq


class MedianFinder:
    """The list behind a heap is not sorted."""

    def __init__(self):
        self.heap = []

    def addNum(self, num):
        heapq.heappush(self.heap, num)

    def findMedian(self):
        n = len(self.heap)
        return (self.heap[(n - 1) // 2] + self.heap[n // 2]) / 2
