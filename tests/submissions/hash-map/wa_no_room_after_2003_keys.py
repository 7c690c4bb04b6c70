# A table of 2,003 slots that never grows: a key that finds none is dropped without a word.
class MyHashMap:
    def __init__(self):
        self.m = 2003
        self.k, self.v = [-1] * self.m, [0] * self.m

    def at(self, key):
        i = key % self.m
        for _ in range(self.m):
            if self.k[i] in (-1, key):
                return i
            i = (i + 1) % self.m
        return -1

    def put(self, key, value):
        i = self.at(key)
        if i >= 0:
            self.k[i], self.v[i] = key, value

    def get(self, key):
        i = self.at(key)
        return self.v[i] if i >= 0 and self.k[i] == key else -1

    def remove(self, key):
        i = self.at(key)
        if i < 0 or self.k[i] != key:
            return
        self.k[i] = -1
        j = (i + 1) % self.m
        while self.k[j] != -1:
            a, b = self.k[j], self.v[j]
            self.k[j] = -1
            t = self.at(a)
            self.k[t], self.v[t] = a, b
            j = (j + 1) % self.m
