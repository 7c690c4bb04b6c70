# A replaced pair stays behind as garbage, and fifty of those are reason enough to place all pairs anew.
class MyHashMap:
    def __init__(self):
        self.place([])

    def place(self, pairs):
        self.pairs = pairs
        self.garbage = 0
        self.buckets = [[] for _ in range(4 * len(pairs) + 9)]
        for pair in pairs:
            self.bucket(pair[0]).append(pair)

    def bucket(self, key):
        return self.buckets[key % len(self.buckets)]

    def put(self, key, value):
        self.remove(key)
        self.pairs.append([key, value])
        self.bucket(key).append(self.pairs[-1])
        if self.garbage >= 50 or len(self.pairs) > len(self.buckets):
            self.place([pair for pair in self.pairs if pair[1] is not None])

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
                pair[1] = None
                self.garbage += 1
                return
