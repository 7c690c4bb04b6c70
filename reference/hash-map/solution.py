"""Buckets of pairs; the bucket comes from the upper bits of the scrambled key.

Multiplying by an odd constant near 2^64 divided by the golden ratio carries every bit of the key into the upper bits
(Fibonacci hashing: Knuth, The Art of Computer Programming, volume 3, section 6.4). That is done twice, with the upper
half folded into the lower in between, so that keys in equal steps do not end in equal steps. Keys that are equal in their
low bits do not meet in one bucket.

There are never more pairs than buckets: a bucket holds one pair or fewer
on average, and put, get and remove are expected O(1). Growing doubles the buckets and places every pair anew: O(n), once
for every n new keys, so O(1) amortised.
"""

GOLDEN = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


class MyHashMap:
    def __init__(self):
        self._bits = 3
        self._buckets = [[] for _ in range(1 << self._bits)]
        self._size = 0

    def put(self, key: int, value: int) -> None:
        bucket = self._bucket(key)
        for pair in bucket:
            if pair[0] == key:
                pair[1] = value
                return
        bucket.append([key, value])
        self._size += 1
        if self._size > len(self._buckets):
            self._grow()

    def get(self, key: int) -> int:
        for known, value in self._bucket(key):
            if known == key:
                return value
        return -1

    def remove(self, key: int) -> None:
        bucket = self._bucket(key)
        for at, pair in enumerate(bucket):
            if pair[0] == key:
                del bucket[at]
                self._size -= 1
                return

    def _bucket(self, key):
        mixed = key * GOLDEN & MASK
        mixed = (mixed ^ mixed >> 32) * GOLDEN & MASK
        return self._buckets[mixed >> (64 - self._bits)]

    def _grow(self):
        pairs = [pair for bucket in self._buckets for pair in bucket]
        self._bits += 1
        self._buckets = [[] for _ in range(1 << self._bits)]
        for pair in pairs:
            self._bucket(pair[0]).append(pair)
