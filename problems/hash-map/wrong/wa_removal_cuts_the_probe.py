# Linear probing: remove empties the slot, so keys that were placed behind it cannot be reached.
class MyHashMap:
    def __init__(self):
        self.slots = [None] * 16
        self.size = 0

    def find(self, key):
        at = key % len(self.slots)
        while self.slots[at] is not None and self.slots[at][0] != key:
            at = (at + 1) % len(self.slots)
        return at

    def put(self, key, value):
        at = self.find(key)
        self.size += self.slots[at] is None
        self.slots[at] = (key, value)
        if 2 * self.size > len(self.slots):
            pairs = [pair for pair in self.slots if pair is not None]
            self.slots = [None] * (2 * len(self.slots))
            for pair in pairs:
                self.slots[self.find(pair[0])] = pair

    def get(self, key):
        pair = self.slots[self.find(key)]
        return -1 if pair is None else pair[1]

    def remove(self, key):
        at = self.find(key)
        self.size -= self.slots[at] is not None
        self.slots[at] = None
