from collections import OrderedDict as OD


class LRUCache:
    """put returns the cache, so that puts can be chained; pop and re-insert keep the order."""

    __slots__ = ("limit", "table", "__weakref__")

    def __new__(cls, capacity):
        self = super().__new__(cls)
        self.limit = capacity
        self.table = OD()
        return self

    def __init__(self, capacity):
        print("new cache for", capacity)

    def get(self, key, default=-1):
        missing = object()
        value = self.table.pop(key, missing)
        if value is missing:
            return default
        self.table[key] = value
        return value

    def put(self, key, value=None):
        self.table.pop(key, None)
        self.table[key] = value
        while len(self.table) > self.limit:
            self.table.popitem(last=False)
        return self
