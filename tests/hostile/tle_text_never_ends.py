# An exception whose text never ends.


class Endless(Exception):
    def __str__(self):
        while True:
            pass


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
        raise Endless
