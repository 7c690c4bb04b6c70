# Linear probing from key % (prime): consecutive keys fill one long run. Keys that are there are found at once, but a missing one whose place is in the run is looked for to its end. Slow: put 0..n-1, then get/remove of a missing key in the run (e.g. n + capacity..), or put of new ones there.
def next_prime(n):
    n |= 1
    while any(n % d == 0 for d in range(3, int(n ** 0.5) + 1, 2)):
        n += 2
    return n


class MyHashMap:
    EMPTY, GONE = -1, -2

    def __init__(self):
        self.size = 11
        self.keys = [self.EMPTY] * self.size
        self.values = [None] * self.size
        self.used = 0

    def _probe(self, key):
        i = key % self.size
        while self.keys[i] != self.EMPTY and self.keys[i] != key:
            i += 1
            if i == self.size:
                i = 0
        return i

    def put(self, key, value):
        i = self._probe(key)
        if self.keys[i] == self.EMPTY:
            if self.used >= 0.6 * self.size:
                self._resize()
                i = self._probe(key)
            self.used += 1
            self.keys[i] = key
        self.values[i] = value

    def _resize(self):
        pairs = [(k, v) for k, v in zip(self.keys, self.values) if k >= 0]
        self.size = next_prime(3 * len(pairs) + 11)
        self.keys = [self.EMPTY] * self.size
        self.values = [None] * self.size
        self.used = len(pairs)
        for k, v in pairs:
            i = self._probe(k)
            self.keys[i] = k
            self.values[i] = v

    def get(self, key):
        i = self._probe(key)
        return self.values[i] if self.keys[i] == key else -1

    def remove(self, key):
        i = self._probe(key)
        if self.keys[i] == key:
            self.keys[i] = self.GONE
            self.values[i] = None
