# A tree that is doubled when full and halved when half would do: push and pop by turns at that border make it anew each time.
class MaxStack:
    def __init__(self):
        self.items = []
        self._build(1)

    def _build(self, room):
        self.room = room
        self.tree = [None] * (2 * room)
        for place, x in enumerate(self.items):
            if x is not None:
                self.tree[room + place] = (x, place)
        for i in range(room - 1, 0, -1):
            self._pull(i)

    def _pull(self, i):
        left, right = self.tree[2 * i], self.tree[2 * i + 1]
        if left is None or (right is not None and right > left):
            self.tree[i] = right
        else:
            self.tree[i] = left

    def _set(self, place, entry):
        i = self.room + place
        self.tree[i] = entry
        while i > 1:
            i //= 2
            self._pull(i)

    def push(self, x):
        if len(self.items) == self.room:
            self._build(2 * self.room)
        self.items.append(x)
        self._set(len(self.items) - 1, (x, len(self.items) - 1))

    def _remove(self, place):
        x = self.items[place]
        self.items[place] = None
        self._set(place, None)
        while self.items and self.items[-1] is None:
            self.items.pop()
        room = self.room
        while room > 1 and len(self.items) <= room // 2:
            room //= 2
        if room != self.room:
            self._build(room)
        return x

    def pop(self):
        return self._remove(len(self.items) - 1)

    def top(self):
        return self.items[-1]

    def peekMax(self):
        return self.tree[1][0]

    def popMax(self):
        return self._remove(self.tree[1][1])
