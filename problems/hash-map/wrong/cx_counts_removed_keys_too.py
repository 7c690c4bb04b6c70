# Keys that were removed still count: once that many came and went, every new key places all of them anew.
class MyHashMap:
    def __init__(self):
        self.buckets = [[] for _ in range(11)]
        self.size = 0

    def put(self, key, value):
        bucket = self.buckets[key % len(self.buckets)]
        for pair in bucket:
            if pair[0] == key:
                pair[1] = value
                return
        bucket.append([key, value])
        self.size += 1
        if self.size > len(self.buckets):
            self.grow()

    def grow(self):
        pairs = [pair for bucket in self.buckets for pair in bucket]
        count = 2 * len(pairs) + 1
        self.buckets = [[] for _ in range(count)]
        for pair in pairs:
            self.buckets[pair[0] % count].append(pair)

    def get(self, key):
        for known, value in self.buckets[key % len(self.buckets)]:
            if known == key:
                return value
        return -1

    def remove(self, key):
        bucket = self.buckets[key % len(self.buckets)]
        for pair in bucket:
            if pair[0] == key:
                bucket.remove(pair)
                return
