"""Each element is stored with the minimum of the stack up to it, so every operation looks at one pair.

push, pop, top and getMin are O(1): a list's append and pop at the end are amortised O(1), and no other
element is touched. The extra memory is one reference per element.
"""


class MinStack:
    def __init__(self):
        self._pairs = []

    def push(self, val: int) -> None:
        low = min(val, self._pairs[-1][1]) if self._pairs else val
        self._pairs.append((val, low))

    def pop(self) -> None:
        self._pairs.pop()

    def top(self) -> int:
        return self._pairs[-1][0]

    def getMin(self) -> int:
        return self._pairs[-1][1]
