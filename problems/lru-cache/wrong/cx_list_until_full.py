# An ordered dict once the cache is full; until then a list of the keys, from which every used key is removed.
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.values = {}
        self.keys = []
        self.ordered = None

    def get(self, key):
        if self.ordered is not None:
            if key not in self.ordered:
                return -1
            self.ordered.move_to_end(key)
            return self.ordered[key]
        if key not in self.values:
            return -1
        self.keys.remove(key)
        self.keys.append(key)
        return self.values[key]

    def put(self, key, value):
        if self.ordered is not None:
            self.ordered[key] = value
            self.ordered.move_to_end(key)
            if len(self.ordered) > self.capacity:
                self.ordered.popitem(last=False)
            return
        if key in self.values:
            self.keys.remove(key)
        self.keys.append(key)
        self.values[key] = value
        if len(self.values) == self.capacity:
            self.ordered = OrderedDict((used, self.values[used]) for used in self.keys)
