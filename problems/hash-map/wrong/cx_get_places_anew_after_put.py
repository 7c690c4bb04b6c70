# Pairs wait in a list; the first get after a put places all of them anew.
class MyHashMap:
    def __init__(self):
        self.pairs = []
        self.buckets = [[]]
        self.placed = True

    def _bucket(self, key):
        return self.buckets[(key * 2654435761 ^ key >> 15 ^ key >> 31) % len(self.buckets)]

    def _place(self):
        pairs = [pair for bucket in self.buckets for pair in bucket] + self.pairs
        self.pairs = []
        self.buckets = [[] for _ in range(len(pairs) | 1)]
        for key, value in pairs:
            bucket = self._bucket(key)
            for pair in bucket:
                if pair[0] == key:
                    pair[1] = value
                    break
            else:
                bucket.append([key, value])
        self.placed = True

    def put(self, key, value):
        self.pairs.append((key, value))
        self.placed = False

    def get(self, key):
        if not self.placed:
            self._place()
        return next((pair[1] for pair in self._bucket(key) if pair[0] == key), -1)

    def remove(self, key):
        if not self.placed:
            self._place()
        bucket = self._bucket(key)
        for at, pair in enumerate(bucket):
            if pair[0] == key:
                del bucket[at]
                return
