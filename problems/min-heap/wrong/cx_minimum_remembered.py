# The minimum is remembered, and looked for anew whenever it was taken.
class MinHeap:
    def __init__(self, items):
        self.items = list(items)
        self.smallest = min(items, default=None)

    def insert(self, x):
        self.items.append(x)
        if self.smallest is None or x < self.smallest:
            self.smallest = x

    def extractMin(self):
        found = self.smallest
        at = self.items.index(found)
        self.items[at] = self.items[-1]
        self.items.pop()
        self.smallest = min(self.items, default=None)
        return found

    def peekMin(self):
        return self.smallest
