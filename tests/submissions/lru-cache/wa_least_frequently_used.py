from collections import Counter


class LRUCache:
    """Drops the least frequently used key instead."""

    def __init__(self, capacity):
        self.n = capacity
        self.values = {}
        self.uses = Counter()

    def get(self, key):
        if key not in self.values:
            return -1
        self.uses[key] += 1
        return self.values[key]

    def put(self, key, value):
        if key not in self.values and len(self.values) == self.n:
            rare = min(self.values, key=lambda k: self.uses[k])
            del self.values[rare], self.uses[rare]
        self.values[key] = value
        self.uses[key] += 1
