# The dictionary is in the order of use, but making room copies all that stays.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = {}

    def get(self, key):
        if key not in self.cache:
            return -1
        value = self.cache.pop(key)
        self.cache[key] = value
        return value

    def put(self, key, value):
        self.cache.pop(key, None)
        if len(self.cache) == self.capacity:
            self.cache = dict(list(self.cache.items())[1:])
        self.cache[key] = value
