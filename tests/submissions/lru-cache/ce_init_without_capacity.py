from collections import OrderedDict


class LRUCache:
    def __init__(self):
        self.c = OrderedDict()

    def get(self, key):
        return self.c.get(key, -1)

    def put(self, key, value):
        self.c[key] = value
