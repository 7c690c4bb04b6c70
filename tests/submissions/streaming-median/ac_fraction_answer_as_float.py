import fractions
import functools
import heapq
import operator


def _negated(f):
    @functools.wraps(f)
    def wrapper(heap, x):
        return -f(heap, -x)

    return wrapper


push_and_take_largest = _negated(heapq.heappushpop)
push_and_take_smallest = heapq.heappushpop


class MedianFinder:
    parts = property(operator.attrgetter("_lower", "_upper"))

    def __init__(self):
        self._lower = []
        self._upper = []

    def addNum(self, num: int):
        lower, upper = self.parts
        if len(lower) == len(upper):
            heapq.heappush(lower, -push_and_take_smallest(upper, num))
        else:
            heapq.heappush(upper, push_and_take_largest(lower, num))

    def findMedian(self):
        lower, upper = self.parts
        if len(lower) > len(upper):
            return float(fractions.Fraction(-lower[0]))
        return float(fractions.Fraction(upper[0] - lower[0], 2))
