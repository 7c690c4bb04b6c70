from collections import OrderedDict


class Recent(OrderedDict):
    """Keys in the order of their last use."""

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)

    def __delitem__(self, key):
        super().__delitem__(key)


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.recent = Recent()

    def get(self, key):
        return self.recent[key] if key in self.recent else -1

    def put(self, key, value):
        self.recent[key] = value
        if len(self.recent) > self.capacity:
            del self.recent[next(iter(self.recent))]
