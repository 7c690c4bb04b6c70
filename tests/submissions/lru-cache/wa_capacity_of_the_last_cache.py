from collections import OrderedDict


class LRUCache:
    """The capacity is a class attribute: the last cache made sets it for all."""

    capacity = 0

    def __init__(self, capacity):
        LRUCache.capacity = capacity
        self.c = OrderedDict()

    def get(self, key):
        if key not in self.c:
            return -1
        self.c.move_to_end(key)
        return self.c[key]

    def put(self, key, value):
        self.c[key] = value
        self.c.move_to_end(key)
        while len(self.c) > LRUCache.capacity:
            self.c.popitem(last=False)
