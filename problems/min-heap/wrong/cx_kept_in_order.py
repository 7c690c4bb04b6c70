# A list kept in descending order: the minimum is at the end, but an insertion moves the smaller elements.
class MinHeap:
    def __init__(self, items):
        self.items = []
        for x in items:
            self.insert(x)

    def insert(self, x):
        low, high = 0, len(self.items)
        while low < high:
            middle = (low + high) // 2
            if self.items[middle] > x:
                low = middle + 1
            else:
                high = middle
        self.items.insert(low, x)

    def extractMin(self):
        return self.items.pop()

    def peekMin(self):
        return self.items[-1]
