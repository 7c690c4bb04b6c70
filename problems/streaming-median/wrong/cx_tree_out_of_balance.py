# A search tree with subtree sizes that nobody balances: numbers in order make it a chain.
class Node:
    def __init__(self, value):
        self.value = value
        self.size = 1
        self.left = None
        self.right = None


class MedianFinder:
    def __init__(self):
        self.root = None
        self.median = None

    def addNum(self, num):
        self.insert(num)
        n = self.root.size
        self.median = (self.nth((n - 1) // 2) + self.nth(n // 2)) / 2

    def insert(self, num):
        if self.root is None:
            self.root = Node(num)
            return
        node = self.root
        while True:
            node.size += 1
            if num < node.value:
                if node.left is None:
                    node.left = Node(num)
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(num)
                    return
                node = node.right

    def nth(self, k):
        node = self.root
        while True:
            before = node.left.size if node.left else 0
            if k == before:
                return node.value
            if k < before:
                node = node.left
            else:
                k -= before + 1
                node = node.right

    def findMedian(self):
        return self.median
