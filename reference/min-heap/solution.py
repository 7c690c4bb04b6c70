"""A complete binary tree in a list: the children of index i are at 2 i + 1 and 2 i + 2, and no child is smaller.

A new element starts at the end and rises past larger parents. After the minimum is taken, the last element starts at the root
and sinks, always changing places with its smaller child. Both walk one path of the tree: O(log n).

The constructor lets the inner nodes sink from the last one to the first. Half of all nodes are leaves and do not move, a
quarter sink at most one level, an eighth two, and so on: n (1/4 + 2/8 + 3/16 + ...) steps, which is O(n).
"""


class MinHeap:
    def __init__(self, items: list[int]):
        self._heap = list(items)
        for at in reversed(range(len(self._heap) // 2)):
            self._sink(at)

    def insert(self, x: int) -> None:
        heap = self._heap
        at = len(heap)
        heap.append(x)
        while at > 0 and x < heap[(at - 1) // 2]:
            heap[at] = heap[(at - 1) // 2]
            at = (at - 1) // 2
        heap[at] = x

    def extractMin(self) -> int:
        heap = self._heap
        heap[0], heap[-1] = heap[-1], heap[0]
        smallest = heap.pop()
        self._sink(0)
        return smallest

    def peekMin(self) -> int:
        return self._heap[0]

    def _sink(self, at):
        heap = self._heap
        while True:
            least = at
            for child in (2 * at + 1, 2 * at + 2):
                if child < len(heap) and heap[child] < heap[least]:
                    least = child
            if least == at:
                return
            heap[at], heap[least] = heap[least], heap[at]
            at = least
