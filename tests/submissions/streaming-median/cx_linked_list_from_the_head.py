class Node:
    __slots__ = ("x", "next")

    def __init__(self, x, next):
        self.x, self.next = x, next


class MedianFinder:
    """A sorted linked list; the middle is walked to after every addition."""

    def __init__(self):
        self.head = None
        self.n = 0
        self.answer = None

    def addNum(self, num):
        if self.head is None or num <= self.head.x:
            self.head = Node(num, self.head)
        else:
            node = self.head
            while node.next is not None and node.next.x < num:
                node = node.next
            node.next = Node(num, node.next)
        self.n += 1
        middle = self.head
        for _ in range((self.n - 1) // 2):
            middle = middle.next
        self.answer = middle.x if self.n % 2 else (middle.x + middle.next.x) / 2

    def findMedian(self):
        return self.answer
