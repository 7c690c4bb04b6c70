"""Which keys were met, each with a small number, in 9 bytes a key and some room: batches are long."""

from __future__ import annotations

from array import array
from hashlib import blake2b


class Seen:
    """A map from texts to 0..254. Keeps 64 bits of a hash of each text.

    Among 100,000 texts two share these with a probability of about 3 in 10 billion.
    """

    def __init__(self) -> None:
        self._size = 0
        self._make(1 << 10)

    def _make(self, room: int) -> None:
        self._mask = room - 1
        self._keys = array("Q", bytes(8 * room))
        self._numbers = bytearray(room)

    def __len__(self) -> int:
        return self._size

    def put(self, text: str, number: int = 0) -> bool:
        """Keep a text's number; return whether the text is new."""
        return self._put(_hash(text), number)

    def get(self, text: str) -> int | None:
        """Return a text's number, or None where it was not met."""
        key = _hash(text)
        at = self._find(key)
        return self._numbers[at] if self._keys[at] == key else None

    def __contains__(self, text: str) -> bool:
        return self.get(text) is not None

    def _find(self, key: int) -> int:
        at = key & self._mask
        while self._keys[at] not in (0, key):
            at = (at + 1) & self._mask
        return at

    def _put(self, key: int, number: int) -> bool:
        at = self._find(key)
        fresh = self._keys[at] == 0
        self._keys[at], self._numbers[at] = key, number
        if fresh:
            self._size += 1
            if 2 * self._size > self._mask:
                self._grow()
        return fresh

    def _grow(self) -> None:
        keys, numbers = self._keys, self._numbers
        self._size = 0
        self._make(2 * len(keys))
        for key, number in zip(keys, numbers, strict=True):
            if key:
                self._put(key, number)


def _hash(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") or 1
