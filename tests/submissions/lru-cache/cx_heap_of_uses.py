import heapq


class LRUCache:
    """Every use goes on a heap by time: a put that drops a key takes O(log n) from it."""

    def __init__(self, capacity):
        self.n = capacity
        self.values = {}
        self.last = {}
        self.heap = []
        self.time = 0

    def _use(self, key):
        self.time += 1
        self.last[key] = self.time
        heapq.heappush(self.heap, (self.time, key))

    def get(self, key):
        if key not in self.values:
            return -1
        self._use(key)
        return self.values[key]

    def put(self, key, value):
        if key not in self.values and len(self.values) == self.n:
            while True:
                time, oldest = heapq.heappop(self.heap)
                if self.last.get(oldest) == time:
                    break
            del self.values[oldest], self.last[oldest]
        self.values[key] = value
        self._use(key)
