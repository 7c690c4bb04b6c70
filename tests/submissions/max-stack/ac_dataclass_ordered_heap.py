from __future__ import annotations

from dataclasses import dataclass, field
from heapq import *
from typing import *


@dataclass(order=True)
class Entry:
    sort_key: Tuple[int, int] = field(init=False, repr=False)
    value: int = field(compare=False)
    order: int = field(compare=False)
    removed: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        self.sort_key = (-self.value, -self.order)


class MaxStack:
    def __init__(self) -> None:
        self.heap: List[Entry] = []
        self.stack: List[Entry] = []
        self.counter: int = 0

    def push(self, x: int) -> None:
        entry = Entry(x, self.counter)
        self.counter += 1
        self.stack.append(entry)
        heappush(self.heap, entry)

    def pop(self) -> int:
        value = self.top()
        self.stack.pop().removed = True
        return value

    def top(self) -> int:
        while self.stack[-1].removed:
            self.stack.pop()
        return self.stack[-1].value

    def peekMax(self) -> int:
        while self.heap[0].removed:
            heappop(self.heap)
        return self.heap[0].value

    def popMax(self) -> int:
        value = self.peekMax()
        heappop(self.heap).removed = True
        return value
