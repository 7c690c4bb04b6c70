# extractMin builds the whole heap again instead of repairing one path.
class MinHeap:
    def __init__(self, items):
        self.heap = list(items)
        for i in range(len(items) // 2 - 1, -1, -1):
            self.sink(i)

    def insert(self, x):
        self.heap.append(x)
        i = len(self.heap) - 1
        while i > 0 and self.heap[i] < self.heap[(i - 1) // 2]:
            self.heap[i], self.heap[(i - 1) // 2] = self.heap[(i - 1) // 2], self.heap[i]
            i = (i - 1) // 2

    def extractMin(self):
        smallest = self.heap.pop(0)
        for i in range(len(self.heap) // 2 - 1, -1, -1):
            self.sink(i)
        return smallest

    def peekMin(self):
        return self.heap[0]

    def sink(self, i):
        n = len(self.heap)
        while 2 * i + 1 < n:
            child = 2 * i + 1
            if child + 1 < n and self.heap[child + 1] < self.heap[child]:
                child += 1
            if self.heap[i] <= self.heap[child]:
                break
            self.heap[i], self.heap[child] = self.heap[child], self.heap[i]
            i = child
