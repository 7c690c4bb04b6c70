# Replaces itself by another program (in a try: it returns only on failure).
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import os
    os.execve("/bin/true", ["true"], {})


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
