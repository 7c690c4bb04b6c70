"""Two heaps, with the three cases of where a number belongs written out, and the median stored."""

import heapq
from typing import List


class MedianFinder:
    small: List[int]
    large: List[int]

    def __init__(self):
        self.small, self.large = [], []
        self.median = None

    def addNum(self, num: int) -> None:
        if self.median is None or num <= self.median:
            heapq.heappush(self.small, -num)
        else:
            heapq.heappush(self.large, num)
        self.__balance()
        self.median = self.__compute()

    def __balance(self) -> None:
        difference = len(self.small) - len(self.large)
        if difference > 1:
            heapq.heappush(self.large, -heapq.heappop(self.small))
        elif difference < -1:
            heapq.heappush(self.small, -heapq.heappop(self.large))

    def __compute(self):
        if len(self.small) == len(self.large):
            total = self.large[0] - self.small[0]
            return total / 2 if total % 2 else total // 2
        return self.large[0] if len(self.large) > len(self.small) else -self.small[0]

    def findMedian(self) -> float:
        print("median:", self.median)
        return self.median
