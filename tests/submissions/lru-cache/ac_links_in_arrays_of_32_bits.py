from array import array


class LRUCache:
    """Each new key takes the next place of arrays that are made for 100,000 calls; place 0 is the sentinel."""

    def __init__(self, capacity):
        self.capacity, self.place, self.count = capacity, {}, 0
        self.key, self.value, self.before, self.after = (array("i", [0]) * 100_001 for _ in "kvba")

    def _unlink(self, at):
        self.after[self.before[at]] = self.after[at]
        self.before[self.after[at]] = self.before[at]

    def _link(self, at):
        last = self.before[0]
        self.after[last] = self.before[0] = at
        self.before[at], self.after[at] = last, 0

    def get(self, key):
        at = self.place.get(key)
        if at is None:
            return -1
        self._unlink(at)
        self._link(at)
        return self.value[at]

    def put(self, key, value):
        if key in self.place:
            at = self.place[key]
            self._unlink(at)
        else:
            if len(self.place) == self.capacity:
                oldest = self.after[0]
                self._unlink(oldest)
                del self.place[self.key[oldest]]
            self.count += 1
            at = self.place[key] = self.count
            self.key[at] = key
        self.value[at] = value
        self._link(at)
