"""Linear probing in two arrays; removing shifts the following keys back, so there are no tombstones.

The key is scrambled by shifts and a multiplication before its low bits are used.
"""
from typing import List, Optional


class MyHashMap:
    def __init__(self) -> None:
        self.keys: List[Optional[int]] = [None] * 8
        self.vals: List[int] = [0] * 8
        self.used = 0

    def home(self, key: int) -> int:
        key ^= key >> 32
        key = key * 0xD6E8FEB86659FD93 % 2**64
        return (key >> 32) % len(self.keys)

    def find(self, key: int) -> int:
        """The place of key, or the free place where it would go."""
        at = self.home(key)
        while self.keys[at] is not None and self.keys[at] != key:
            at = (at + 1) % len(self.keys)
        return at

    def put(self, key: int, value: int) -> None:
        at = self.find(key)
        if self.keys[at] is None:
            self.used += 1
        self.keys[at] = key
        self.vals[at] = value
        if self.used * 2 > len(self.keys):
            old = list(zip(self.keys, self.vals))
            self.keys = [None] * (2 * len(old))
            self.vals = [0] * (2 * len(old))
            for known, val in old:
                if known is not None:
                    at = self.find(known)
                    self.keys[at] = known
                    self.vals[at] = val

    def get(self, key: int) -> int:
        at = self.find(key)
        return -1 if self.keys[at] is None else self.vals[at]

    def remove(self, key: int) -> None:
        hole = self.find(key)
        if self.keys[hole] is None:
            return
        self.used -= 1
        self.keys[hole] = None
        at = (hole + 1) % len(self.keys)
        while self.keys[at] is not None:
            again, value = self.keys[at], self.vals[at]
            self.keys[at] = None
            place = self.find(again)
            self.keys[place] = again
            self.vals[place] = value
            at = (at + 1) % len(self.keys)
