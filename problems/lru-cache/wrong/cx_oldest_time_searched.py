# Every key has the time of its last use; making room looks for the smallest among all.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = {}
        self.time = 0

    def get(self, key):
        if key not in self.entries:
            return -1
        self.time += 1
        self.entries[key][1] = self.time
        return self.entries[key][0]

    def put(self, key, value):
        if key not in self.entries and len(self.entries) >= self.capacity:
            oldest = min(self.entries, key=lambda k: self.entries[k][1])
            del self.entries[oldest]
        self.time += 1
        self.entries[key] = [value, self.time]
