class MaxStack:
    """A segment tree over positions holds (value, position); it doubles when full and is compacted."""

    def __init__(self):
        self.capacity = 1
        self.tree = [None, None]
        self.items = []

    def _pull(self, i):
        a, b = self.tree[2 * i], self.tree[2 * i + 1]
        self.tree[i] = a if b is None else b if a is None else max(a, b)

    def _set(self, at, pair):
        i = at + self.capacity
        self.tree[i] = pair
        i >>= 1
        while i:
            self._pull(i)
            i >>= 1

    def _grow(self):
        kept = [x for x in self.items if x is not None]
        self.items = kept
        while self.capacity < 2 * len(kept) + 1:
            self.capacity *= 2
        self.tree = [None] * (2 * self.capacity)
        for at, x in enumerate(kept):
            self.tree[self.capacity + at] = (x, at)
        for i in range(self.capacity - 1, 0, -1):
            self._pull(i)

    def push(self, x):
        if len(self.items) == self.capacity:
            self._grow()
        self.items.append(x)
        self._set(len(self.items) - 1, (x, len(self.items) - 1))

    def _trim(self):
        while self.items and self.items[-1] is None:
            self.items.pop()

    def pop(self):
        self._trim()
        x = self.items.pop()
        self._set(len(self.items), None)
        return x

    def top(self):
        self._trim()
        return self.items[-1]

    def peekMax(self):
        return self.tree[1][0]

    def popMax(self):
        x, at = self.tree[1]
        self.items[at] = None
        self._set(at, None)
        return x
