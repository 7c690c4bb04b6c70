# A removed pair is only marked, and growing counts those that are left: with few the marked ones stay.
class MyHashMap:
    def __init__(self):
        self.buckets = [[] for _ in range(11)]
        self.size = 0

    def bucket(self, key):
        return self.buckets[key % len(self.buckets)]

    def put(self, key, value):
        for pair in self.bucket(key):
            if pair[0] == key:
                self.size += pair[1] is None
                pair[1] = value
                return
        self.bucket(key).append([key, value])
        self.size += 1
        if self.size > len(self.buckets):
            pairs = [pair for bucket in self.buckets for pair in bucket if pair[1] is not None]
            self.buckets = [[] for _ in range(2 * len(pairs) + 1)]
            for pair in pairs:
                self.bucket(pair[0]).append(pair)

    def get(self, key):
        for known, value in self.bucket(key):
            if known == key:
                return -1 if value is None else value
        return -1

    def remove(self, key):
        for pair in self.bucket(key):
            if pair[0] == key and pair[1] is not None:
                pair[1] = None
                self.size -= 1
