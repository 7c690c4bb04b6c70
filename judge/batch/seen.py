"""Which keys were met, each with a small number, in a fixed amount of memory: batches are long."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b

from judge.errors import JudgeError

CACHE_KIB = 256
"""What of the table stays in memory; the rest is a temporary file without a name."""

START = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -{CACHE_KIB};
CREATE TABLE seen (key INTEGER PRIMARY KEY, number INTEGER NOT NULL);
BEGIN;
"""


class Seen:
    """A map from texts to whole numbers. Keeps 64 bits of a hash of each text.

    Among 100,000 texts two share these with a probability of about 3 in 10 billion. All methods raise
    JudgeError when the folder for temporary files is full or cannot be written.
    """

    def __init__(self) -> None:
        self._size = 0
        self._table = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._table.executescript(START)

    def __del__(self) -> None:
        self._table.close()  # newer Pythons warn of one that is left open

    def __len__(self) -> int:
        return self._size

    def put(self, text: str, number: int = 0) -> bool:
        """Keep a text's number; return whether the text is new."""
        key = _hash(text)
        fresh = self._number(key) is None
        self._ask("INSERT OR REPLACE INTO seen VALUES (?, ?)", key, number)
        self._size += fresh
        return fresh

    def get(self, text: str) -> int | None:
        """Return a text's number, or None where it was not met."""
        return self._number(_hash(text))

    def __contains__(self, text: str) -> bool:
        return self.get(text) is not None

    def _number(self, key: int) -> int | None:
        return self._ask("SELECT number FROM seen WHERE key = ?", key)

    def _ask(self, words: str, *values: int) -> int | None:
        try:
            row = self._table.execute(words, values).fetchone()
        except sqlite3.Error as error:
            raise JudgeError(
                f"what was seen cannot be kept in a temporary file ({error}); make room in the folder for "
                "temporary files, or set TMPDIR to another"
            ) from None
        return None if row is None else int(row[0])


def _hash(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
