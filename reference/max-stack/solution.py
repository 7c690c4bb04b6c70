"""A list by age and a heap by value hold the same elements; each drops late what the other removed.

Every push gets a number. The heap orders by value and then by number, both negated, so that its first
entry is the largest element nearest the top. Removing from one structure marks the number as gone, and
the other structure drops such elements only when they reach its top. Each element enters and leaves each
structure once: O(log n) amortised for every operation.
"""

from heapq import heappop, heappush


class MaxStack:
    def __init__(self):
        self._stack = []
        self._heap = []
        self._gone = set()
        self._pushes = 0

    def push(self, x: int) -> None:
        self._stack.append((x, self._pushes))
        heappush(self._heap, (-x, -self._pushes))
        self._pushes += 1

    def pop(self) -> int:
        self._trim_stack()
        x, number = self._stack.pop()
        self._gone.add(number)
        return x

    def top(self) -> int:
        self._trim_stack()
        return self._stack[-1][0]

    def peekMax(self) -> int:
        self._trim_heap()
        return -self._heap[0][0]

    def popMax(self) -> int:
        self._trim_heap()
        x, number = heappop(self._heap)
        self._gone.add(-number)
        return -x

    def _trim_stack(self):
        while self._stack[-1][1] in self._gone:
            self._gone.remove(self._stack.pop()[1])

    def _trim_heap(self):
        while -self._heap[0][1] in self._gone:
            self._gone.remove(-heappop(self._heap)[1])
