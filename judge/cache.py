"""Files that can always be made again: parsed specs, corpora, verify results.

Every entry carries a checksum of its body and is ignored when that does not match: a corrupt or stale
cache is rebuilt, never trusted. A folder that cannot be written costs time, not answers.
"""

from __future__ import annotations

import binascii
import math
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

KEPT_DAYS = 60
"""Each version of a problem and of the judge has entries of its own; old ones are never asked for again."""

_POLL_S = 0.05
_CHECKSUM_BYTES = 4
"""CRC-32: against torn writes and bad disks. Who can write here on purpose can write anything."""


def folder() -> Path:
    """Return the cache folder: JUDGE_CACHE, or the user's cache folder of this platform.

    Nothing can be in it where a user without a home folder names none.
    """
    chosen = os.environ.get("JUDGE_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "linux":  # what platformdirs answers there, without 8 ms of import
        try:
            return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "interview-judge"
        except RuntimeError:  # a container's uid without a passwd entry
            return Path(os.devnull) / "interview-judge"
    import platformdirs

    return Path(platformdirs.user_cache_dir("interview-judge", appauthor=False))


def read(room: str, key: str) -> bytes | None:
    """Return the body kept under `key`, or None when there is none or it is damaged."""
    try:
        text = (folder() / room / key).read_bytes()
    except OSError:
        return None
    body = text[_CHECKSUM_BYTES:]
    return body if _checksum(body) == text[:_CHECKSUM_BYTES] else None


def write(room: str, key: str, body: bytes) -> str:
    """Keep `body` under `key`, whole or not at all; return "" or why it could not be kept."""
    place = folder() / room
    fresh = place / f".{key}.{os.urandom(6).hex()}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(_checksum(body) + body)
        fresh.replace(place / key)
    except OSError as error:
        try:
            fresh.unlink(missing_ok=True)
        except OSError:
            pass
        why = error.strerror or error
        return f"the cache folder {place} cannot be written ({why}); JUDGE_CACHE may name another"
    return ""


def prune(now_s: float | None = None) -> int:
    """Remove what nobody has read or written for KEPT_DAYS before `now_s`; return how many entries.

    What is removed can be made again, so where a file system notes no reads the time of writing will do.
    """
    oldest_s = (time.time() if now_s is None else now_s) - KEPT_DAYS * 86_400
    removed = 0
    for entry in folder().glob("*/*"):
        try:
            status = entry.stat()
            if entry.is_file() and max(status.st_atime, status.st_mtime) < oldest_s:
                entry.unlink()
                removed += 1
        except OSError:  # somebody else was first, or it is not ours to remove
            continue
    return removed


def _checksum(body: bytes) -> bytes:
    return binascii.crc32(body).to_bytes(_CHECKSUM_BYTES, "big")


@contextmanager
def alone(what: str, patience_s: float = math.inf) -> Iterator[bool]:
    """Let one process of this machine and user at a time do `what`; all may where no file can be locked.

    Yields False where others did it for `patience_s` seconds.
    """
    try:
        place = folder()
        place.mkdir(parents=True, exist_ok=True)
        stream = (place / f".{what}.lock").open("wb")
    except OSError:
        yield True
        return
    with stream:
        yield _lock(stream, patience_s)


def _lock(stream: BinaryIO, patience_s: float) -> bool:
    import fcntl

    if patience_s == math.inf:
        fcntl.flock(stream, fcntl.LOCK_EX)
        return True
    until = time.monotonic() + patience_s
    while True:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() > until:
                return False
        time.sleep(_POLL_S)
