#!/usr/bin/env python3
# -*- coding: utf-8 -*-
from functools import cached_property
from heapq import heappush as 推, heappop as 拉


class MedianFinder:
    """Zwei Haufen – die größere Hälfte und die kleinere."""

    def __init__(self):
        self.klein, self.groß = [], []

    def addNum(self, num: int) -> None:
        推(self.klein, -num)
        推(self.groß, -拉(self.klein))
        if len(self.klein) < len(self.groß):
            推(self.klein, -拉(self.groß))
        self.__dict__.pop("mitte", None)

    @cached_property
    def mitte(self):
        return -self.klein[0] if len(self.klein) > len(self.groß) else (self.groß[0] - self.klein[0]) / 2

    def findMedian(self) -> float:
        return self.mitte
