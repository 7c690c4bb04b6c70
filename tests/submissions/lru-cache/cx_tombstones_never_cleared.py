# An open hash table written by hand, twice as long as the capacity; dropped keys leave tombstones, which are used again only when no slot is free, and from then on every miss goes through the whole table.
# Bound broken (amortised): capacity n, 4 n different keys put, then gets that miss or puts of new keys.
FREE = object()
GONE = object()


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.room = 2 * capacity + 1
        self.keys = [FREE] * self.room
        self.values = [None] * self.room
        self.before = {}      # slot -> slot used before it
        self.after = {}
        self.oldest = self.newest = None
        self.size = 0

    def _slot(self, key):
        """The slot of the key, or None and the slot where it would go."""
        place = key * 2654435761 % self.room
        spare = None
        for _ in range(self.room):
            there = self.keys[place]
            if there is FREE:
                return None, place
            if there is GONE:
                if spare is None:
                    spare = place
            elif there == key:
                return place, None
            place += 1
            if place == self.room:
                place = 0
        return None, spare

    def _unlink(self, slot):
        a, b = self.before.pop(slot), self.after.pop(slot)
        if a is None:
            self.oldest = b
        else:
            self.after[a] = b
        if b is None:
            self.newest = a
        else:
            self.before[b] = a

    def _append(self, slot):
        self.before[slot] = self.newest
        self.after[slot] = None
        if self.newest is None:
            self.oldest = slot
        else:
            self.after[self.newest] = slot
        self.newest = slot

    def get(self, key):
        slot, _ = self._slot(key)
        if slot is None:
            return -1
        self._unlink(slot)
        self._append(slot)
        return self.values[slot]

    def put(self, key, value):
        slot, spare = self._slot(key)
        if slot is not None:
            self._unlink(slot)
        else:
            slot = spare
            if self.size == self.capacity:
                oldest = self.oldest
                self._unlink(oldest)
                self.keys[oldest] = GONE
            else:
                self.size += 1
            self.keys[slot] = key
        self.values[slot] = value
        self._append(slot)
