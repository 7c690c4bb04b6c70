# put appends without looking for the key: the old value stays in front of the new one.
class MyHashMap:
    def __init__(self):
        self.buckets = [[] for _ in range(1009)]

    def put(self, key, value):
        self.buckets[key % 1009].append((key, value))

    def get(self, key):
        for known, value in self.buckets[key % 1009]:
            if known == key:
                return value
        return -1

    def remove(self, key):
        bucket = self.buckets[key % 1009]
        self.buckets[key % 1009] = [pair for pair in bucket if pair[0] != key]
