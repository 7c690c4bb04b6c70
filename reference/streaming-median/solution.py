"""Two heaps: the lower half with its largest number on top, the upper half with its smallest.

A new number goes through the lower half into the upper one, which keeps every number of the lower half
at most as large as any of the upper; then one moves back if the upper half has become the larger. So
addNum is O(log n), and findMedian looks at the two tops: O(1).
"""

from heapq import heappop, heappush, heappushpop


class MedianFinder:
    def __init__(self):
        self._lower = []  # negated, so that the largest comes first
        self._upper = []

    def addNum(self, num: int) -> None:
        heappush(self._upper, -heappushpop(self._lower, -num))
        if len(self._upper) > len(self._lower):
            heappush(self._lower, -heappop(self._upper))

    def findMedian(self) -> float:
        if len(self._lower) > len(self._upper):
            return float(-self._lower[0])
        return (self._upper[0] - self._lower[0]) / 2
