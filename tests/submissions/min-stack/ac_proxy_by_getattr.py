class _Core:
    def __init__(self):
        self.s = []

    def push(self, val):
        self.s.append((val, min(val, self.s[-1][1]) if self.s else val))

    def pop(self):
        return self.s.pop()[0]

    def top(self):
        return self.s[-1][0]

    def getMin(self):
        return self.s[-1][1]


class MinStack:
    """A proxy: hands everything on."""

    def __init__(self):
        self._core = _Core()

    def __getattr__(self, name):
        return getattr(self._core, name)
