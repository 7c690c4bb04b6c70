# put only notes; the first get after it copies the whole dict.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = {}
        self.changed = False

    def get(self, key):
        if self.changed:
            self.data = dict(self.data)
            self.changed = False
        if key not in self.data:
            return -1
        value = self.data.pop(key)
        self.data[key] = value
        return value

    def put(self, key, value):
        if key in self.data:
            del self.data[key]
        elif len(self.data) == self.capacity:
            del self.data[next(iter(self.data))]
        self.data[key] = value
        self.changed = True
