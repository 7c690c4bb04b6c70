# Linear probing with tombstones that are never used again: once no slot is free, looking for a missing key never ends.
GONE = -2


class MyHashMap:
    def __init__(self):
        self.keys = [None] * 16
        self.values = [0] * 16
        self.size = 0

    def find(self, key):
        at = key % len(self.keys)
        while self.keys[at] is not None and self.keys[at] != key:
            at = (at + 1) % len(self.keys)
        return at

    def put(self, key, value):
        at = self.find(key)
        if self.keys[at] != key:
            self.keys[at] = key
            self.size += 1
        self.values[at] = value
        if 2 * self.size > len(self.keys):
            old = [(k, v) for k, v in zip(self.keys, self.values) if k is not None and k != GONE]
            self.keys = [None] * (2 * len(self.keys))
            self.values = [0] * len(self.keys)
            for k, v in old:
                at = self.find(k)
                self.keys[at] = k
                self.values[at] = v

    def get(self, key):
        at = self.find(key)
        return self.values[at] if self.keys[at] == key else -1

    def remove(self, key):
        at = self.find(key)
        if self.keys[at] == key:
            self.keys[at] = GONE
            self.size -= 1
