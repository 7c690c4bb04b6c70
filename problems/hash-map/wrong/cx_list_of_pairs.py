# One list of keys and one of values, searched from the front.
class MyHashMap:
    def __init__(self):
        self.keys = []
        self.values = []

    def put(self, key, value):
        if key in self.keys:
            self.values[self.keys.index(key)] = value
        else:
            self.keys.append(key)
            self.values.append(value)

    def get(self, key):
        return self.values[self.keys.index(key)] if key in self.keys else -1

    def remove(self, key):
        if key in self.keys:
            at = self.keys.index(key)
            self.keys.pop(at)
            self.values.pop(at)
