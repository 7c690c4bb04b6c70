# A table of 4,096 slots is made once, and what is asked for beyond that is silently less.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = min(capacity, 4096)
        self.rows = {}

    def get(self, key):
        if key not in self.rows:
            return -1
        value = self.rows.pop(key)
        self.rows[key] = value
        return value

    def put(self, key, value):
        self.rows.pop(key, None)
        self.rows[key] = value
        if len(self.rows) > self.capacity:
            del self.rows[next(iter(self.rows))]
