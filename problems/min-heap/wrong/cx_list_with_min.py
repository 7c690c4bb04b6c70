# An unordered list: the minimum is looked for every time.
class MinHeap:
    def __init__(self, items):
        self.items = list(items)

    def insert(self, x):
        self.items.append(x)

    def extractMin(self):
        smallest = min(self.items)
        self.items.remove(smallest)
        return smallest

    def peekMin(self):
        return min(self.items)
