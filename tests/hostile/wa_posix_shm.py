# Shared memory by name, for another submission to find.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    from multiprocessing import shared_memory
    return shared_memory.SharedMemory("note", create=True, size=10)


try:
    GOT = bool(attack())
except Exception:
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
        return min(self.items) if GOT else None
