# One heap, copied and emptied half at every question.
import heapq


class MedianFinder:
    def __init__(self):
        self.heap = []

    def addNum(self, num):
        heapq.heappush(self.heap, num)

    def findMedian(self):
        heap = self.heap[:]
        n = len(heap)
        low = high = heapq.heappop(heap)
        for _ in range(n // 2):
            low, high = high, heapq.heappop(heap)
        return high if n % 2 else (low + high) / 2
