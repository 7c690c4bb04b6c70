# The table grows by 64 buckets at a time: all pairs are placed anew for every 64 new keys.
class MyHashMap:
    def __init__(self):
        self.buckets = [[] for _ in range(61)]
        self.size = 0

    def bucket(self, key):
        return self.buckets[key % len(self.buckets)]

    def put(self, key, value):
        bucket = self.bucket(key)
        for pair in bucket:
            if pair[0] == key:
                pair[1] = value
                return
        bucket.append([key, value])
        self.size += 1
        if self.size > len(self.buckets):
            pairs = [pair for bucket in self.buckets for pair in bucket]
            self.buckets = [[] for _ in range(len(self.buckets) + 64)]
            for pair in pairs:
                self.bucket(pair[0]).append(pair)

    def get(self, key):
        for known, value in self.bucket(key):
            if known == key:
                return value
        return -1

    def remove(self, key):
        bucket = self.bucket(key)
        for at, pair in enumerate(bucket):
            if pair[0] == key:
                bucket.pop(at)
                self.size -= 1
                return
