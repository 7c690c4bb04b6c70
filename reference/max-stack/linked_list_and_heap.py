"""A doubly linked list for the stack and a heap of its nodes: only the heap drops late."""

import heapq
from typing import List, Optional


class Node:
    __slots__ = ("value", "number", "prev", "next", "alive")

    def __init__(self, value: int, number: int):
        self.value = value
        self.number = number
        self.prev: Optional["Node"] = None
        self.next: Optional["Node"] = None
        self.alive = True

    def __lt__(self, other: "Node") -> bool:
        if self.value != other.value:
            return self.value > other.value
        return self.number > other.number


class MaxStack:
    def __init__(self) -> None:
        self.sentinel = Node(0, -1)
        self.sentinel.prev = self.sentinel.next = self.sentinel
        self.heap: List[Node] = []
        self.counter = 0

    def push(self, x: int) -> None:
        node = Node(x, self.counter)
        self.counter += 1
        last = self.sentinel.prev
        last.next = self.sentinel.prev = node
        node.prev, node.next = last, self.sentinel
        heapq.heappush(self.heap, node)

    def _unlink(self, node: Node) -> int:
        node.prev.next, node.next.prev = node.next, node.prev
        node.prev = node.next = None
        node.alive = False
        return node.value

    def _largest(self) -> Node:
        while not self.heap[0].alive:
            heapq.heappop(self.heap)
        return self.heap[0]

    def pop(self) -> int:
        return self._unlink(self.sentinel.prev)

    def top(self) -> int:
        return self.sentinel.prev.value

    def peekMax(self) -> int:
        return self._largest().value

    def popMax(self) -> int:
        return self._unlink(self._largest())
