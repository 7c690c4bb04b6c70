class LRUCache:
    def __init__(self, capacity):
        self.n = capacity
        self.c = {}

    def get(self, key):
        for k in self.c:
            if k == key:
                value = self.c.pop(k)
                self.c[k] = value
                self.c[None] = None
                del self.c[None]
        return self.c.get(key, -1)

    def put(self, key, value):
        self.c.pop(key, None)
        if len(self.c) == self.n:
            for k in self.c:
                del self.c[k]
        self.c[key] = value
