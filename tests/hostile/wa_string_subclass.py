# A string that says that it is a number.


class Text(str):
    __class__ = int

    def __index__(self):
        return 1

    __int__ = __index__


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
        return Text("1")
