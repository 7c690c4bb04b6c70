import queue as ready


class MyQueue:
    """The module goes by another name."""

    def __init__(self):
        self.items = ready.Queue()

    def push(self, x):
        self.items.put(x)

    def pop(self):
        return self.items.get()

    def peek(self):
        return self.items.queue[0]

    def empty(self):
        return self.items.empty()
