# A queue of uses, which is turned around when old entries are dropped from it after thousands of uses.
from collections import deque


class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.values, self.last, self.uses, self.clock = capacity, {}, {}, deque(), 0

    def _use(self, key):
        self.clock += 1
        self.last[key] = self.clock
        self.uses.append((key, self.clock))
        if len(self.uses) > 2 * self.capacity + 6000:
            self.uses = deque(use for use in reversed(self.uses) if self.last.get(use[0]) == use[1])

    def get(self, key):
        if key not in self.values:
            return -1
        self._use(key)
        return self.values[key]

    def put(self, key, value):
        if key not in self.values and len(self.values) == self.capacity:
            old, time = self.uses.popleft()
            while self.last.get(old) != time:
                old, time = self.uses.popleft()
            del self.values[old], self.last[old]
        self.values[key] = value
        self._use(key)
