"""Counts how many live numbers start with each prefix of bits, so the k-th smallest is found bit by bit.

The numbers have 32 bits: 32 steps for every operation, however many elements there are.
"""
from collections import defaultdict
from typing import DefaultDict, List, Optional, Tuple

BITS = 32
OFFSET = 1 << 31


class MedianStack:
    def __init__(self) -> None:
        self.counts: DefaultDict[Tuple[int, int], int] = defaultdict(int)
        self.places: DefaultDict[int, List[int]] = defaultdict(list)
        self.stack: List[Optional[int]] = []
        self.size = 0

    def push(self, x: int) -> None:
        self.places[x].append(len(self.stack))
        self.stack.append(x)
        self.count(x, 1)

    def pop(self) -> int:
        return self.remove(self.top())

    def top(self) -> int:
        return self.stack[-1]

    def peekMedian(self) -> float:
        return (self.kth((self.size - 1) // 2) + self.kth(self.size // 2)) / 2

    def popMedian(self) -> int:
        return self.remove(self.kth((self.size - 1) // 2))

    def remove(self, x: int) -> int:
        self.stack[self.places[x].pop()] = None
        while self.stack and self.stack[-1] is None:
            self.stack.pop()
        self.count(x, -1)
        return x

    def count(self, x: int, change: int) -> None:
        self.size += change
        bits = x + OFFSET
        for depth in range(BITS):
            self.counts[depth, bits] += change
            bits >>= 1

    def kth(self, k: int) -> int:
        """Return the k-th smallest live number, counted from 0."""
        prefix = 0
        for depth in reversed(range(BITS)):
            prefix *= 2
            smaller = self.counts[depth, prefix]
            if k >= smaller:
                k -= smaller
                prefix += 1
        return prefix - OFFSET
