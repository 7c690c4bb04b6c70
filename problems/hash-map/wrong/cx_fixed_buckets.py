# The number of buckets never changes, so every bucket grows with the map.
class MyHashMap:
    def __init__(self):
        self.size = 1009
        self.buckets = [[] for _ in range(self.size)]

    def put(self, key, value):
        bucket = self.buckets[key % self.size]
        for pair in bucket:
            if pair[0] == key:
                pair[1] = value
                return
        bucket.append([key, value])

    def get(self, key):
        for known, value in self.buckets[key % self.size]:
            if known == key:
                return value
        return -1

    def remove(self, key):
        bucket = self.buckets[key % self.size]
        for at, pair in enumerate(bucket):
            if pair[0] == key:
                bucket.pop(at)
                return
