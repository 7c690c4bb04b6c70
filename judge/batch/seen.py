"""Which keys were met, each with a small number, in 11 to 15 bytes a key: batches are long."""

from __future__ import annotations

from array import array
from hashlib import blake2b

GROWTH = 1.25
"""Small, since the room that is not yet used costs memory too."""

FULL = 0.8


class Seen:
    """A map from texts to 0..254. Keeps 64 bits of a hash of each text.

    Among 100,000 texts two share these with a probability of about 3 in 10 billion.
    """

    def __init__(self) -> None:
        self._size = 0
        self._make(1 << 10)

    def _make(self, room: int) -> None:
        self._room = room
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
        at = key % self._room
        while self._keys[at] not in (0, key):
            at = (at + 1) % self._room
        return at

    def _put(self, key: int, number: int) -> bool:
        at = self._find(key)
        fresh = self._keys[at] == 0
        self._keys[at], self._numbers[at] = key, number
        if fresh:
            self._size += 1
            if self._size > FULL * self._room:
                self._grow()
        return fresh

    def _grow(self) -> None:
        keys, numbers = self._keys, self._numbers
        self._size = 0
        self._make(int(GROWTH * self._room))
        for key, number in zip(keys, numbers, strict=True):
            if key:
                self._put(key, number)


def _hash(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") or 1
