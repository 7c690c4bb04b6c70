class LRUCache:
    """The dictionary is right, but a free slot for the value is searched in an array."""

    def __init__(self, capacity):
        self.n = capacity
        self.slot = {}
        self.values = [None] * capacity

    def get(self, key):
        if key not in self.slot:
            return -1
        s = self.slot.pop(key)
        self.slot[key] = s
        return self.values[s]

    def put(self, key, value):
        if key in self.slot:
            s = self.slot.pop(key)
        elif len(self.slot) < self.n:
            s = self.values.index(None)
        else:
            oldest = next(iter(self.slot))
            s = self.slot.pop(oldest)
        self.slot[key] = s
        self.values[s] = value
