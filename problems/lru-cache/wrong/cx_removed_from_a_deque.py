# A deque is quick at its ends, but removing a key from it searches through it.
from collections import deque


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.values = {}
        self.order = deque()

    def _touch(self, key):
        if self.order[-1] != key:
            self.order.remove(key)
            self.order.append(key)

    def get(self, key):
        if key not in self.values:
            return -1
        self._touch(key)
        return self.values[key]

    def put(self, key, value):
        if key in self.values:
            self._touch(key)
        else:
            if len(self.values) == self.capacity:
                del self.values[self.order.popleft()]
            self.order.append(key)
        self.values[key] = value
