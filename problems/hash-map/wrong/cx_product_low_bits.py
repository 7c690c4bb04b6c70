# The key is multiplied by a large odd number, but the product's low bits depend on the key's low bits alone.
class MyHashMap:
    def __init__(self):
        self.capacity = 8
        self.buckets = [[] for _ in range(self.capacity)]
        self.size = 0

    def bucket(self, key):
        return self.buckets[key * 2654435761 % self.capacity]

    def put(self, key, value):
        bucket = self.bucket(key)
        for pair in bucket:
            if pair[0] == key:
                pair[1] = value
                return
        bucket.append([key, value])
        self.size += 1
        if self.size > self.capacity:
            old = self.buckets
            self.capacity *= 2
            self.buckets = [[] for _ in range(self.capacity)]
            for bucket in old:
                for pair in bucket:
                    self.bucket(pair[0]).append(pair)

    def get(self, key):
        for known, value in self.bucket(key):
            if known == key:
                return value
        return -1

    def remove(self, key):
        bucket = self.bucket(key)
        for at in range(len(bucket)):
            if bucket[at][0] == key:
                bucket[at] = bucket[-1]
                bucket.pop()
                self.size -= 1
                return
