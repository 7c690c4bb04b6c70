"""Buckets of pairs, about as many buckets as pairs; the bucket is the key modulo their number, which is always odd.

An odd number has no common factor with a power of two, so keys that are multiples of one spread over the buckets as
evenly as the numbers that they are multiples of. Modulo a power of two they would all meet in a few.

When more keys were added than there are buckets, all pairs are placed anew in about twice as many buckets as there are
pairs by then. A bucket holds one pair or two on average: put, get and remove are expected O(1). Placing anew is O(n), but it
takes about n new keys until it happens again: O(1) amortised.
"""


class MyHashMap:
    def __init__(self):
        self._buckets = [[]]
        self._added = 0

    def put(self, key: int, value: int) -> None:
        bucket = self._bucket(key)
        for pair in bucket:
            if pair[0] == key:
                pair[1] = value
                return
        bucket.append([key, value])
        self._added += 1
        if self._added > len(self._buckets):
            self._place_anew()

    def get(self, key: int) -> int:
        for known, value in self._bucket(key):
            if known == key:
                return value
        return -1

    def remove(self, key: int) -> None:
        bucket = self._bucket(key)
        bucket[:] = [pair for pair in bucket if pair[0] != key]

    def _bucket(self, key):
        return self._buckets[key % len(self._buckets)]

    def _place_anew(self):
        pairs = [pair for bucket in self._buckets for pair in bucket]
        self._buckets = [[] for _ in range(2 * len(pairs) | 1)]
        self._added = len(pairs)
        for pair in pairs:
            self._bucket(pair[0]).append(pair)
