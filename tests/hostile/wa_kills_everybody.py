# Signals everybody but itself.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import os, signal
    sent = 0
    for pid in [1, os.getppid(), *range(2, 400)]:
        if pid != os.getpid():
            try:
                os.kill(pid, 0)
                sent += 1
            except OSError:
                pass
    return sent


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
