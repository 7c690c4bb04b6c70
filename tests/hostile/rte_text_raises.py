# An exception whose text raises.


class Mute(Exception):
    def __str__(self):
        raise ValueError

    __repr__ = __str__


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
        raise Mute
