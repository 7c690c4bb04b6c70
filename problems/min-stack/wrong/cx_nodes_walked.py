# A chain of nodes, walked from the top to its end for the minimum.
class Node:
    def __init__(self, val, below):
        self.val = val
        self.below = below


class MinStack:
    def __init__(self):
        self.head = None

    def push(self, val):
        self.head = Node(val, self.head)

    def pop(self):
        self.head = self.head.below

    def top(self):
        return self.head.val

    def getMin(self):
        low = self.head.val
        node = self.head.below
        while node is not None:
            if node.val < low:
                low = node.val
            node = node.below
        return low
