# A new value uses the key only in a full cache: before, the key keeps its place.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = {}

    def get(self, key):
        if key not in self.cache:
            return -1
        self.cache[key] = self.cache.pop(key)
        return self.cache[key]

    def put(self, key, value):
        if len(self.cache) == self.capacity:
            oldest = next(iter(self.cache))
            self.cache.pop(key if key in self.cache else oldest)
        self.cache[key] = value
