# The list is as long as the largest key: right for keys up to a million, hopeless for 10^12.
class MyHashMap:
    def __init__(self):
        self.values = []

    def put(self, key, value):
        if key >= len(self.values):
            self.values.extend([-1] * (key + 1 - len(self.values)))
        self.values[key] = value

    def get(self, key):
        return self.values[key] if key < len(self.values) else -1

    def remove(self, key):
        if key < len(self.values):
            self.values[key] = -1
