# Growing adds empty buckets but leaves every pair where it was, so old keys are not found any more.
class MyHashMap:
    def __init__(self):
        self.buckets = [[] for _ in range(7)]
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
        if self.size > 3 * len(self.buckets):
            self.buckets += [[] for _ in range(len(self.buckets) + 1)]

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
                return
