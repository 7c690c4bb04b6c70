# Keys in a sorted list, found by bisection: a new key moves all the larger ones.
from bisect import bisect_left


class MyHashMap:
    def __init__(self):
        self.keys = []
        self.values = []

    def put(self, key, value):
        at = bisect_left(self.keys, key)
        if at < len(self.keys) and self.keys[at] == key:
            self.values[at] = value
        else:
            self.keys.insert(at, key)
            self.values.insert(at, value)

    def get(self, key):
        at = bisect_left(self.keys, key)
        return self.values[at] if at < len(self.keys) and self.keys[at] == key else -1

    def remove(self, key):
        at = bisect_left(self.keys, key)
        if at < len(self.keys) and self.keys[at] == key:
            del self.keys[at]
            del self.values[at]
