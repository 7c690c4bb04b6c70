# Leaves a note wherever it can, and reads the note of an earlier judging.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import os
    found = False
    folders = {"/tmp", "/dev/shm", "/var/tmp", "/run", "/run/lock", os.path.expanduser("~"), os.getcwd(), "/"}
    for folder in folders:
        path = os.path.join(folder, "note-of-a-submission")
        found = found or os.path.exists(path)
        try:
            with open(path, "w") as stream:
                stream.write("seen")
        except OSError:
            pass
    return found


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
