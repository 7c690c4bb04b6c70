from typing import List


class MinHeap:
    """Counted from 1, with recursive repairs."""

    def __init__(self, items: List[int]) -> None:
        self.a: List[int] = [0, *items]
        for i in range(self.size() // 2, 0, -1):
            self.down(i)

    def size(self) -> int:
        return len(self.a) - 1

    def insert(self, x: int) -> None:
        self.a.append(x)
        self.up(self.size())

    def extractMin(self) -> int:
        smallest = self.a[1]
        last = self.a.pop()
        if self.size():
            self.a[1] = last
            self.down(1)
        return smallest

    def peekMin(self) -> int:
        return self.a[1]

    def up(self, i: int) -> None:
        if i > 1 and self.a[i] < self.a[i // 2]:
            self.a[i], self.a[i // 2] = self.a[i // 2], self.a[i]
            self.up(i // 2)

    def down(self, i: int) -> None:
        children = [child for child in (2 * i, 2 * i + 1) if child < len(self.a)]
        least = min([i, *children], key=self.a.__getitem__)
        if least != i:
            self.a[i], self.a[least] = self.a[least], self.a[i]
            self.down(least)
