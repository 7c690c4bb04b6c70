# get is used to see whether a key is there, so a stored -1 counts as missing.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = {}
        self.count = 0

    def get(self, key):
        if key not in self.cache:
            return -1
        value = self.cache.pop(key)
        self.cache[key] = value
        return value

    def put(self, key, value):
        if self.get(key) == -1:
            if self.count == self.capacity:
                del self.cache[next(iter(self.cache))]
            else:
                self.count += 1
        self.cache[key] = value
