class MaxStack:
    """Every state is kept for an undo that nobody asked for."""

    def __init__(self):
        self.items = []
        self.history = []

    def _keep(self):
        self.history.append(bytearray(200_000) + bytearray(len(self.items)))

    def push(self, x):
        self._keep()
        self.items.append(x)

    def pop(self):
        self._keep()
        return self.items.pop()

    def top(self):
        return self.items[-1]

    def peekMax(self):
        return max(self.items)

    def popMax(self):
        self._keep()
        x = max(self.items)
        at = len(self.items) - 1 - self.items[::-1].index(x)
        return self.items.pop(at)
