# insert doubles a full table, and extractMin calls it half as large at once: one in and one out copies it.
class MinHeap:
    def __init__(self, items):
        self.size = len(items)
        self.capacity = 8
        while self.capacity < self.size:
            self.capacity *= 2
        self.table = list(items) + [0] * (self.capacity - self.size)
        for at in range(self.size // 2 - 1, -1, -1):
            self._sink(at)

    def _sink(self, at):
        table, x = self.table, self.table[at]
        while 2 * at + 1 < self.size:
            child = 2 * at + 1
            if child + 1 < self.size and table[child + 1] < table[child]:
                child += 1
            if table[child] >= x:
                break
            table[at] = table[child]
            at = child
        table[at] = x

    def insert(self, x):
        if self.size == self.capacity:
            self.capacity *= 2
            larger = [0] * self.capacity
            for at in range(self.size):
                larger[at] = self.table[at]
            self.table = larger
        at, table = self.size, self.table
        self.size += 1
        while at and table[(at - 1) // 2] > x:
            table[at] = table[(at - 1) // 2]
            at = (at - 1) // 2
        table[at] = x

    def peekMin(self):
        return self.table[0]

    def extractMin(self):
        least = self.table[0]
        self.size -= 1
        self.table[0] = self.table[self.size]
        if self.size:
            self._sink(0)
        if self.capacity > 8 and self.size <= self.capacity // 2:
            self.capacity //= 2
        return least
