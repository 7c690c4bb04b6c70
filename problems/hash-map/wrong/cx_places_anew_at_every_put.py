# The table always has just enough buckets: every new key makes it longer, and all pairs are placed anew.
class MyHashMap:
    def __init__(self):
        self.buckets = [[]]
        self.size = 0

    def put(self, key, value):
        for pair in self.bucket(key):
            if pair[0] == key:
                pair[1] = value
                return
        self.bucket(key).append([key, value])
        self.size += 1
        old = self.buckets
        self.buckets = [[] for _ in range(2 * self.size + 1)]
        for bucket in old:
            for pair in bucket:
                self.bucket(pair[0]).append(pair)

    def bucket(self, key):
        return self.buckets[key % len(self.buckets)]

    def get(self, key):
        for known, value in self.bucket(key):
            if known == key:
                return value
        return -1

    def remove(self, key):
        for pair in self.bucket(key):
            if pair[0] == key:
                self.bucket(key).remove(pair)
                self.size -= 1
                return
