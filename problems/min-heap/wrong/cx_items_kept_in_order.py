# The items given at first are put in order by their bytes; while any is left, what is inserted joins them.
class MinHeap:
    def __init__(self, items):
        keys = [x + 2**31 for x in items]
        for shift in (0, 8, 16, 24):
            buckets = [[] for _ in range(256)]
            for key in keys:
                buckets[key >> shift & 255].append(key)
            keys = [key for bucket in buckets for key in bucket]
        self.falling = [key - 2**31 for key in reversed(keys)]
        self.heap = []

    def insert(self, x):
        if self.falling:
            low, high = 0, len(self.falling)
            while low < high:
                middle = (low + high) // 2
                if self.falling[middle] > x:
                    low = middle + 1
                else:
                    high = middle
            self.falling.insert(low, x)
            return
        heap, at = self.heap, len(self.heap)
        heap.append(x)
        while at and heap[(at - 1) // 2] > heap[at]:
            heap[at], heap[(at - 1) // 2] = heap[(at - 1) // 2], heap[at]
            at = (at - 1) // 2

    def _in_order(self):
        return self.falling and not (self.heap and self.heap[0] < self.falling[-1])

    def extractMin(self):
        if self._in_order():
            return self.falling.pop()
        heap = self.heap
        least, last = heap[0], heap.pop()
        if heap:
            at = 0
            while 2 * at + 1 < len(heap):
                child = 2 * at + 1
                if child + 1 < len(heap) and heap[child + 1] < heap[child]:
                    child += 1
                if heap[child] >= last:
                    break
                heap[at] = heap[child]
                at = child
            heap[at] = last
        return least

    def peekMin(self):
        return self.falling[-1] if self._in_order() else self.heap[0]
