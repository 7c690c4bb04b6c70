# Reads the memory, environment and descriptors of every process that is not its own.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import os
    own = {str(os.getpid()), "self", "thread-self"}
    for pid in os.listdir("/proc"):
        if not pid.isdigit() or pid in own:
            continue
        for name in ("mem", "environ", "maps", "cmdline"):
            try:
                with open(f"/proc/{pid}/{name}", "rb") as stream:
                    if stream.read(1) and name != "cmdline":
                        return True
            except OSError:
                pass
        if os.listdir(f"/proc/{pid}/fd"):
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
