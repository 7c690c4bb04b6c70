def heapify(heap, at):
    n = len(heap)
    while (child := 2 * at + 1) < n:
        if child + 1 < n and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= heap[at]:
            return
        heap[child], heap[at] = heap[at], heap[child]
        at = child


class MinHeap:
    def __init__(self, items):
        self.heap = items[:]
        for at in reversed(range(len(items) // 2)):
            heapify(self.heap, at)

    def insert(self, x):
        self.heap.append(x)
        at = len(self.heap) - 1
        while at and self.heap[at] < self.heap[(at - 1) // 2]:
            up = (at - 1) // 2
            self.heap[at], self.heap[up] = self.heap[up], self.heap[at]
            at = up

    def extractMin(self):
        heap = self.heap
        heap[0], heap[-1] = heap[-1], heap[0]
        smallest = heap.pop()
        heapify(heap, 0)
        return smallest

    def peekMin(self):
        return self.heap[0]
