# A base class's __init__ installs the methods
"""Methods are closures that a base class installs."""


class Installs:
    def __init__(self):
        self._install()


class MinStack(Installs):
    def __init__(self):
        super().__init__()

    def _install(self):
        cells = []

        def push(val):
            cells.append((val, val if not cells or val < cells[-1][1] else cells[-1][1]))

        self.push = push
        self.pop = lambda: cells.pop() and None
        self.top = lambda: cells[-1][0]
        self.getMin = lambda: cells[-1][1]
