# A raw socket.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import socket
    s = socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)
    pass
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
