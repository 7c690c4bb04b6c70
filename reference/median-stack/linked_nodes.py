"""A doubly linked stack whose nodes know which heap they are in; a node that left is skipped there."""

import heapq
from dataclasses import dataclass
from itertools import count
from typing import Optional


@dataclass
class Node:
    value: int
    below: Optional["Node"] = None
    above: Optional["Node"] = None
    live: bool = True
    low: bool = False


class MedianStack:
    def __init__(self):
        self.last = None
        self.nodes_by_value = {}
        self.low, self.high = [], []
        self.in_low = self.in_high = 0
        self.ticket = count()

    def push(self, x):
        node = Node(x, below=self.last)
        if self.last is not None:
            self.last.above = node
        self.last = node
        self.nodes_by_value.setdefault(x, []).append(node)
        is_low = self.in_low == 0 or x <= self.low[0][2].value
        self.put(node, is_low)
        self.settle()

    def pop(self):
        return self.take_out(self.last.value)

    def top(self):
        return self.last.value

    def peekMedian(self):
        middle = self.low[0][2].value
        return middle if self.in_low > self.in_high else (middle + self.high[0][2].value) / 2

    def popMedian(self):
        return self.take_out(self.low[0][2].value)

    def put(self, node, is_low):
        node.low = is_low
        if is_low:
            heapq.heappush(self.low, (-node.value, next(self.ticket), node))
            self.in_low += 1
        else:
            heapq.heappush(self.high, (node.value, next(self.ticket), node))
            self.in_high += 1

    def take_out(self, value):
        node = self.nodes_by_value[value].pop()
        node.live = False
        if node.above is None:
            self.last = node.below
        else:
            node.above.below = node.below
        if node.below is not None:
            node.below.above = node.above
        if node.low:
            self.in_low -= 1
        else:
            self.in_high -= 1
        self.settle()
        return value

    def settle(self):
        self.skip_stale()
        while self.in_low > self.in_high + 1:
            node = heapq.heappop(self.low)[2]
            self.in_low -= 1
            self.put(node, False)
            self.skip_stale()
        while self.in_high > self.in_low:
            node = heapq.heappop(self.high)[2]
            self.in_high -= 1
            self.put(node, True)
            self.skip_stale()

    def skip_stale(self):
        while self.low and not self.low[0][2].live:
            heapq.heappop(self.low)
        while self.high and not self.high[0][2].live:
            heapq.heappop(self.high)
