# Halves the table at the size where it doubled: there each put doubles it and each remove halves it again.
class MyHashMap:
    def __init__(self):
        self.buckets = [[] for _ in range(8)]
        self.size = 0

    def bucket(self, key):
        return self.buckets[key % 1_000_003 % len(self.buckets)]

    def resize(self, count):
        pairs = [pair for bucket in self.buckets for pair in bucket]
        self.buckets = [[] for _ in range(count)]
        for pair in pairs:
            self.bucket(pair[0]).append(pair)

    def put(self, key, value):
        bucket = self.bucket(key)
        for pair in bucket:
            if pair[0] == key:
                pair[1] = value
                return
        bucket.append([key, value])
        self.size += 1
        if self.size > 0.75 * len(self.buckets):
            self.resize(2 * len(self.buckets))

    def get(self, key):
        for known, value in self.bucket(key):
            if known == key:
                return value
        return -1

    def remove(self, key):
        bucket = self.bucket(key)
        for pair in bucket:
            if pair[0] == key:
                bucket.remove(pair)
                self.size -= 1
                if 8 < len(self.buckets) and self.size <= 0.375 * len(self.buckets):
                    self.resize(len(self.buckets) // 2)
                return
