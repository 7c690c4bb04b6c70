from typing import *


class MedianFinder:
    """Two heaps; the lower one behind a class that negates. heapq is there without an import."""

    class MaxHeap:
        def __init__(self):
            self._heap: List[int] = []

        def push(self, x: int) -> None:
            heapq.heappush(self._heap, -x)

        def pop(self) -> int:
            return -heapq.heappop(self._heap)

        @property
        def top(self) -> int:
            return -self._heap[0]

        def __len__(self) -> int:
            return len(self._heap)

        def __bool__(self) -> bool:
            return bool(self._heap)

    def __init__(self):
        self.low = MedianFinder.MaxHeap()
        self.high: List[int] = []

    def addNum(self, num: int) -> None:
        if self.low and num < self.low.top:
            self.low.push(num)
        else:
            heapq.heappush(self.high, num)
        while len(self.low) > len(self.high):
            heapq.heappush(self.high, self.low.pop())
        while len(self.high) > len(self.low) + 1:
            self.low.push(heapq.heappop(self.high))

    def findMedian(self) -> float:
        n = len(self.low) + len(self.high)
        return self.high[0] if n & 1 else (self.low.top + self.high[0]) / 2.0
