# The table is an attribute of the class: all maps share it.
class MyHashMap:
    buckets = [[] for _ in range(1009)]

    def put(self, key, value):
        self.remove(key)
        self.buckets[key % 1009].append((key, value))

    def get(self, key):
        return next((value for known, value in self.buckets[key % 1009] if known == key), -1)

    def remove(self, key):
        bucket = self.buckets[key % 1009]
        bucket[:] = [pair for pair in bucket if pair[0] != key]
