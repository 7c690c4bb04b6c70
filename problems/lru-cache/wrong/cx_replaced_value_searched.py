# Only giving a present key a new value is slow: its pair is looked for among all.
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = OrderedDict()

    def get(self, key):
        if key not in self.cache:
            return -1
        self.cache.move_to_end(key)
        return self.cache[key]

    def put(self, key, value):
        if key in self.cache:
            pairs = [(k, v) for k, v in self.cache.items() if k != key]
            pairs.append((key, value))
            self.cache = OrderedDict(pairs)
            return
        if len(self.cache) == self.capacity:
            self.cache.popitem(last=False)
        self.cache[key] = value
