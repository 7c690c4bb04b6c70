# Plants a module for the next interpreter.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import os, sys
    for folder in sys.path + [os.path.dirname(os.__file__)]:
        try:
            with open(os.path.join(folder, "sitecustomize.py"), "w") as stream:
                stream.write("")
            return True
        except OSError:
            pass


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
