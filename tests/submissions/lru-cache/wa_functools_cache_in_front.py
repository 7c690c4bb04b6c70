from collections import OrderedDict
from functools import lru_cache


class LRUCache:
    """get is cached by the standard library, and knows nothing of later puts."""

    def __init__(self, capacity):
        self.n = capacity
        self.c = OrderedDict()
        self.get = lru_cache(maxsize=None)(self._get)

    def get(self, key):
        return self._get(key)

    def _get(self, key):
        if key not in self.c:
            return -1
        self.c.move_to_end(key)
        return self.c[key]

    def put(self, key, value):
        self.c[key] = value
        self.c.move_to_end(key)
        if len(self.c) > self.n:
            self.c.popitem(last=False)
