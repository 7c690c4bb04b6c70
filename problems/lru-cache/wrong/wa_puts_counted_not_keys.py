# The count of keys goes up with every put, also with one of a key that is there.
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.room = capacity
        self.cache = OrderedDict()

    def get(self, key):
        if key not in self.cache:
            return -1
        self.cache.move_to_end(key)
        return self.cache[key]

    def put(self, key, value):
        self.cache[key] = value
        self.cache.move_to_end(key)
        self.room -= 1
        if self.room < 0:
            self.cache.popitem(last=False)
            self.room += 1
