# Asks the kernel by netlink.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import socket
    s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
    s.bind((0, 0))
    return True


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
