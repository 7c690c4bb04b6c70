"""Linked nodes, each of which knows the minimum from itself down."""

from dataclasses import dataclass
from typing import Optional


@dataclass
class _Node:
    value: int
    minimum: int
    below: Optional["_Node"] = None


class MinStack:
    def __init__(self):
        self._head = None

    def _smaller(self, value):
        return value if self._head is None else min(value, self._head.minimum)

    def push(self, val):
        print("push", val)
        self._head = _Node(val, self._smaller(val), self._head)

    def pop(self):
        head, self._head = self._head, self._head.below
        head.below = None

    def top(self):
        return self._head.value

    def getMin(self):
        return self._head.minimum


if __name__ == "__main__":
    s = MinStack()
    for word in input().split():
        s.push(int(word))
    print(s.getMin())
