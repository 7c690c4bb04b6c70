"""push fills one stack, pop empties the other; the first is turned over into the second when that is empty.

Turning a stack over puts its oldest element on top. As long as the second stack holds anything, its top is the front
of the queue, so elements may wait in the first one. Each element is pushed twice and popped twice in its life: every
operation is O(1), amortised, although a single pop can be O(n).
"""


class MyQueue:
    def __init__(self):
        self._inbox = []
        self._outbox = []

    def push(self, x: int) -> None:
        self._inbox.append(x)

    def pop(self) -> int:
        self._turn_over()
        return self._outbox.pop()

    def peek(self) -> int:
        self._turn_over()
        return self._outbox[-1]

    def empty(self) -> bool:
        return not self._inbox and not self._outbox

    def _turn_over(self):
        if not self._outbox:
            while self._inbox:
                self._outbox.append(self._inbox.pop())
