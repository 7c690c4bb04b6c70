class PairingHeap:
    """Nodes are [key, children]; smallest key on top."""

    def __init__(self):
        self.root = None
        self.size = 0

    @staticmethod
    def link(a, b):
        if b[0] < a[0]:
            a, b = b, a
        a[1].append(b)
        return a

    def push(self, key):
        node = [key, []]
        self.root = node if self.root is None else self.link(self.root, node)
        self.size += 1

    def pop(self):
        key, children = self.root
        self.size -= 1
        pairs = [
            self.link(children[i], children[i + 1]) if i + 1 < len(children) else children[i]
            for i in range(0, len(children), 2)
        ]
        while len(pairs) > 1:
            last = pairs.pop()
            pairs[-1] = self.link(pairs[-1], last)
        self.root = pairs[0] if pairs else None
        return key


class MedianFinder:
    def __init__(self):
        self.below = PairingHeap()
        self.above = PairingHeap()

    def addNum(self, num):
        if self.below.size == 0 or num <= -self.below.root[0]:
            self.below.push(-num)
        else:
            self.above.push(num)
        if self.below.size > self.above.size + 1:
            self.above.push(-self.below.pop())
        elif self.above.size > self.below.size:
            self.below.push(-self.above.pop())

    def findMedian(self):
        if self.below.size > self.above.size:
            return -self.below.root[0]
        return (self.above.root[0] - self.below.root[0]) / 2
