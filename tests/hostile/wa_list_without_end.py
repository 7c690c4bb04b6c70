# A linked list whose nodes are made as one walks along.


class Endless:
    val = 1

    @property
    def next(self):
        return Endless()


class MinStack:
    def __init__(self):
        self.items = []

    def push(self, val):
        self.items.append(val)

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        return Endless()
