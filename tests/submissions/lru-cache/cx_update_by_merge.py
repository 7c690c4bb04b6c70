class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = {}

    def get(self, key):
        if key not in self.data:
            return -1
        value = self.data.pop(key)
        self.data[key] = value
        return value

    def put(self, key, value):
        if key in self.data:
            del self.data[key]
            self.data = {**self.data, key: value}
            return
        if len(self.data) == self.capacity:
            del self.data[next(iter(self.data))]
        self.data[key] = value
