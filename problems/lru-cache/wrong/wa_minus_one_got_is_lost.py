# A missing key is stored for a moment, and so a stored -1 is removed when it is got.
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = OrderedDict()

    def get(self, key):
        value = self.cache.setdefault(key, -1)
        self.cache.move_to_end(key)
        if value == -1:
            del self.cache[key]
        return value

    def put(self, key, value):
        self.cache[key] = value
        self.cache.move_to_end(key)
        if len(self.cache) > self.capacity:
            self.cache.popitem(last=False)
