"""Two heaps hold the smaller and the larger half; removed numbers stay in them until they come to the top.

The stack is a list of elements. popMedian marks its element as gone and leaves it in the list; such holes are
dropped when they come to the top, so the last element of the list is always a live one. For each value the live
elements are kept in the order of pushing, which gives the topmost of equals at once.

In the heaps equal numbers are interchangeable, so a removal only notes the value; `_Half` drops noted values as
soon as they are its top. Every number enters and leaves a heap a bounded number of times for each call, so every
operation is O(log n), amortised; top and peekMedian are O(1).
"""

import heapq


class _Half:
    """One half of the numbers; its top is the smallest (sign 1) or the largest (sign -1) of them."""

    def __init__(self, sign):
        self.sign = sign
        self.size = 0
        self._heap = []
        self._gone = {}

    def top(self):
        return self.sign * self._heap[0]

    def add(self, x):
        heapq.heappush(self._heap, self.sign * x)
        self.size += 1

    def remove(self, x):
        self._gone[x] = self._gone.get(x, 0) + 1
        self.size -= 1
        while self._heap and self._gone.get(self.top(), 0):
            self._gone[self.top()] -= 1
            heapq.heappop(self._heap)

    def take(self):
        x = self.top()
        self.remove(x)
        return x


class _Element:
    def __init__(self, value):
        self.value = value
        self.gone = False


class MedianStack:
    def __init__(self):
        self._stack = []
        self._by_value = {}
        self._low = _Half(-1)
        self._high = _Half(1)

    def push(self, x: int) -> None:
        element = _Element(x)
        self._stack.append(element)
        self._by_value.setdefault(x, []).append(element)
        self._low.add(x)
        self._high.add(self._low.take())
        self._balance()

    def pop(self) -> None:
        value = self.top()
        self._drop(value)
        half = self._low if value <= self._low.top() else self._high
        half.remove(value)
        self._balance()

    def top(self) -> int:
        return self._stack[-1].value

    def peekMedian(self) -> float:
        if self._low.size > self._high.size:
            return self._low.top()
        return (self._low.top() + self._high.top()) / 2

    def popMedian(self) -> int:
        value = self._low.take()
        self._drop(value)
        self._balance()
        return value

    def _drop(self, value):
        """Take the topmost element with this value out of the stack."""
        self._by_value[value].pop().gone = True
        while self._stack and self._stack[-1].gone:
            self._stack.pop()

    def _balance(self):
        """The lower half has as many numbers as the higher one, or one more."""
        if self._high.size > self._low.size:
            self._low.add(self._high.take())
        elif self._low.size > self._high.size + 1:
            self._high.add(self._low.take())
