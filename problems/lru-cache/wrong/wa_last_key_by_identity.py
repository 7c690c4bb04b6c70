# A key that was used last is recognised with `is`; a large one is not, and is then used twice.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.values = {}
        self.uses = {}
        self.order = []

    def _use(self, key):
        if self.order and self.order[-1] is key:
            return
        self.order = [k for k in self.order if k is not key]
        self.order.append(key)

    def get(self, key):
        if key not in self.values:
            return -1
        self._use(key)
        return self.values[key]

    def put(self, key, value):
        self._use(key)
        self.values[key] = value
        while len(self.values) > self.capacity:
            self.values.pop(self.order.pop(0), None)
