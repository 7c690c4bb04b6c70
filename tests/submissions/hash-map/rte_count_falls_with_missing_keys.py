# remove counts keys that were not there: the count falls below zero, the table never grows and is full.
class MyHashMap:
    def __init__(self):
        self.k, self.v, self.n = [-1] * 1024, [0] * 1024, 0

    def at(self, key):
        m = len(self.k)
        i = key * 2654435761 % 1000000007 % m
        c = 0
        while self.k[i] not in (-1, key):
            i = (i + 1) % m
            c += 1
            if c > m:
                raise OverflowError("full")
        return i

    def put(self, key, value):
        i = self.at(key)
        if self.k[i] == -1:
            self.n += 1
        self.k[i], self.v[i] = key, value
        if self.n > 0.7 * len(self.k):
            self.again(2 * len(self.k))

    def again(self, m):
        old = [(a, b) for a, b in zip(self.k, self.v) if a != -1]
        self.k, self.v = [-1] * m, [0] * m
        for a, b in old:
            i = self.at(a)
            self.k[i], self.v[i] = a, b

    def get(self, key):
        i = self.at(key)
        return self.v[i] if self.k[i] == key else -1

    def remove(self, key):
        i = self.at(key)
        self.n -= 1
        if self.k[i] != key:
            return
        m = len(self.k)
        self.k[i] = -1
        j = (i + 1) % m
        while self.k[j] != -1:
            a, b = self.k[j], self.v[j]
            self.k[j] = -1
            t = self.at(a)
            self.k[t], self.v[t] = a, b
            j = (j + 1) % m
