from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.n = capacity
        self.c = OrderedDict()

    def get(self, key):
        if key in self.c:
            self.c.move_to_end(key)
        return self.c.get(key)

    def put(self, key, value):
        self.c[key] = value
        self.c.move_to_end(key)
        if len(self.c) > self.n:
            self.c.popitem(last=False)
