"""Uses in a queue with time stamps: an entry counts only if it is its key's last use; room is made lazily."""

from collections import deque


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.value_of = {}
        self.last_use = {}
        self.uses = deque()
        self.clock = 0

    def _use(self, key):
        self.clock += 1
        self.last_use[key] = self.clock
        self.uses.append((self.clock, key))
        while self.last_use.get(self.uses[0][1]) != self.uses[0][0]:
            self.uses.popleft()

    def get(self, key):
        if key in self.value_of:
            self._use(key)
            return self.value_of[key]
        return -1

    def put(self, key, value):
        if key not in self.value_of and len(self.value_of) == self.capacity:
            _, oldest = self.uses[0]
            del self.value_of[oldest], self.last_use[oldest]
        self.value_of[key] = value
        self._use(key)
