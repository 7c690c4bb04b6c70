from collections import OrderedDict


class LRUCache:
    """get moves the key to the front, where it is dropped next."""

    def __init__(self, capacity):
        self.c = OrderedDict()
        self.n = capacity

    def get(self, key):
        if key in self.c:
            self.c.move_to_end(key, last=False)
            return self.c[key]
        return -1

    def put(self, key, value):
        self.c[key] = value
        self.c.move_to_end(key)
        if len(self.c) > self.n:
            self.c.popitem(last=False)
