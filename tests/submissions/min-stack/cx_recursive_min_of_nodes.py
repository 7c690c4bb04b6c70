class Node:
    def __init__(self, val, below):
        self.val, self.below = val, below

    def low(self):
        if self.below is None:
            return self.val
        under = self.below.low()
        return under if under < self.val else self.val


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
        return self.head.low()
