# Opens a FIFO that nobody writes to.


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
        import os
        if not os.path.exists("pipe"):
            os.mkfifo("pipe")
        return open("pipe").read()
