# Finds the judge's own folder from its modules.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import os, sys
    for name in ("judge", "judge.wire", "judge.worker", "judge.worker.runner"):
        module = sys.modules.get(name)
        if module is not None and getattr(module, "__file__", None):
            root = os.path.dirname(os.path.dirname(os.path.abspath(module.__file__)))
            for top in (root, os.path.dirname(root)):
                if os.listdir(top):
                    return open(os.path.join(top, "problems", "min-stack", "tests.py")).read(1)


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
