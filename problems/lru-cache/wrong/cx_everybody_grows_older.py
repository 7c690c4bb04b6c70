# Every use makes all other keys one step older.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.values = {}
        self.age = {}

    def _use(self, key):
        for other in self.age:
            self.age[other] += 1
        self.age[key] = 0

    def get(self, key):
        if key not in self.values:
            return -1
        self._use(key)
        return self.values[key]

    def put(self, key, value):
        if key not in self.values and len(self.values) == self.capacity:
            oldest = max(self.age, key=self.age.get)
            del self.age[oldest]
            del self.values[oldest]
        self.values[key] = value
        self._use(key)
