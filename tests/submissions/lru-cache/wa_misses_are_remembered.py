from collections import OrderedDict


class LRUCache:
    """A miss is stored as -1, and takes somebody's place."""

    def __init__(self, capacity):
        self.n = capacity
        self.c = OrderedDict()

    def get(self, key):
        value = self.c.setdefault(key, -1)
        self.c.move_to_end(key)
        if len(self.c) > self.n:
            self.c.popitem(last=False)
        return value

    def put(self, key, value):
        self.c[key] = value
        self.c.move_to_end(key)
        if len(self.c) > self.n:
            self.c.popitem(last=False)
