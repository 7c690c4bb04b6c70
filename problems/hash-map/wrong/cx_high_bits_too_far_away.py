# The bits above the 24th are folded onto the lowest ones: multiples of 2^12 still have neither of them.
class MyHashMap:
    def __init__(self):
        self.buckets = [[] for _ in range(16)]
        self.size = 0

    def put(self, key, value):
        bucket = self.buckets[(key ^ key >> 24) & (len(self.buckets) - 1)]
        for pair in bucket:
            if pair[0] == key:
                pair[1] = value
                return
        bucket.append([key, value])
        self.size += 1
        if self.size > 0.75 * len(self.buckets):
            pairs = [pair for bucket in self.buckets for pair in bucket]
            self.buckets = [[] for _ in range(2 * len(self.buckets))]
            for pair in pairs:
                self.buckets[(pair[0] ^ pair[0] >> 24) & (len(self.buckets) - 1)].append(pair)

    def get(self, key):
        for known, value in self.buckets[(key ^ key >> 24) & (len(self.buckets) - 1)]:
            if known == key:
                return value
        return -1

    def remove(self, key):
        bucket = self.buckets[(key ^ key >> 24) & (len(self.buckets) - 1)]
        for at, pair in enumerate(bucket):
            if pair[0] == key:
                bucket.pop(at)
                self.size -= 1
                return
