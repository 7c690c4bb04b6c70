# list.index looks only between its bounds
"""Buckets are windows of 16 slots in one flat list, searched with list.index(key, from, to)."""
import random

SALT = random.getrandbits(63) | 1
WIDE = 16


class MyHashMap:
    def __init__(self):
        self._begin(1)

    def _begin(self, buckets):
        self.buckets, self.size = buckets, 0
        self.keys = [None] * (buckets * WIDE)
        self.values = [None] * (buckets * WIDE)

    def _window(self, key):
        h = key * SALT
        lo = (h >> 16 ^ h >> 40) % self.buckets * WIDE
        return lo, lo + WIDE

    def _where(self, key, lo, hi):
        try:
            return self.keys.index(key, lo, hi)
        except ValueError:
            return None

    def get(self, key):
        at = self._where(key, *self._window(key))
        return -1 if at is None else self.values[at]

    def remove(self, key):
        at = self._where(key, *self._window(key))
        if at is not None:
            self.keys[at] = self.values[at] = None
            self.size -= 1

    def put(self, key, value):
        lo, hi = self._window(key)
        at = self._where(key, lo, hi)
        if at is None:
            at = self._where(None, lo, hi)
            if at is None or self.size >= 4 * self.buckets:
                self._grow()
                return self.put(key, value)
            self.size += 1
        self.keys[at], self.values[at] = key, value

    def _grow(self):
        keys, values = self.keys, self.values
        self._begin(2 * self.buckets)
        for key, value in zip(keys, values):
            if key is not None:
                self.put(key, value)
