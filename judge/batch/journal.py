"""The output of a batch: verdicts as lines of JSON, appended as they are known, and read again to go on.

A line is written with one call and never changed. Killing the writer at any moment leaves whole lines and at
most one half-written last line, which the next run cuts off. Nothing else is ever taken out of the file.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from judge.batch.seen import Seen
from judge.errors import JudgeError, UsageError
from judge.judgement import SCHEMA
from judge.verdict import Verdict

GROUP_LINES = 64
GROUP_S = 1.0
"""Lines are forced to the disk in groups: after so many, or so many seconds after the first of them."""

START = b'{"schema": '
"""How every line of ours starts; a fragment that starts otherwise is somebody else's text."""

VERDICTS = tuple(Verdict)


class Journal:
    """An output file, open for appending, alone. A context manager."""

    def __init__(self, path: Path) -> None:
        """Open or create it, repair its end, and learn what it holds.

        Raises UsageError when it cannot be written, is no regular file, holds something else, or another
        batch writes it.
        """
        self.path = path
        self.verdicts = Seen()
        """Key of a verdict -> its number in VERDICTS."""
        self.sources = Seen()
        """Id, problem and source -> the same."""
        self.ids = Seen()
        self.example_id = ""
        self.repaired_bytes = 0
        """Bytes of a half-written last line that were cut off."""
        self._unsynced = 0
        self._since_s = 0.0
        try:
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o666)
        except OSError as error:
            raise UsageError(f"{path}: cannot be written ({error.strerror})") from None
        try:
            if not stat.S_ISREG(os.fstat(self._fd).st_mode):
                raise UsageError(
                    f"{path}: is no regular file; for a pipe leave --output out, or give it as -"
                )
            self._lock()
            self._learn()
        except BaseException:
            os.close(self._fd)
            raise

    def _lock(self) -> None:
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(f"{self.path}: another `judge batch` is writing it") from None
        except OSError:
            return  # a file system without locks

    def _learn(self) -> None:
        end, number = 0, 0
        with os.fdopen(os.dup(self._fd), "rb") as stream:
            stream.seek(0)
            for number, line in enumerate(stream, 1):
                if not line.endswith(b"\n"):
                    self._repair(line, end, number)
                    break
                self._take(line, number)
                end += len(line)

    def _take(self, line: bytes, number: int) -> None:
        record = read_line(line)
        if record is None:
            raise UsageError(
                f"{self.path}:{number}: is not a verdict of `judge batch`; choose another --output"
            )
        id, verdict = str(record["id"]), VERDICTS.index(Verdict(record["verdict"]))
        self.example_id = self.example_id or id
        self.ids.put(id, verdict)
        self.verdicts.put(f"{id}\0{record['key']}", verdict)
        self.sources.put(f"{id}\0{record['problem']}\0{record['submission']['sha256']}", verdict)

    def _repair(self, fragment: bytes, end: int, number: int) -> None:
        if read_line(fragment) is not None:
            self._write(b"\n")
            self._take(fragment, number)
            return
        text = fragment.rstrip(b"\0")  # a file that grew before a power loss, and was not written to
        if not text.startswith(START[: len(text)]) or not (text or end):
            raise UsageError(
                f"{self.path}:{number}: is not a verdict of `judge batch`; choose another --output"
            )
        os.ftruncate(self._fd, end)
        self.repaired_bytes = len(fragment)

    def append(self, line: bytes) -> None:
        """Write one verdict's line. Raises JudgeError when the disk is full; what was written stays."""
        self._write(line)
        now_s = time.monotonic()
        if not self._unsynced:
            self._since_s = now_s
        self._unsynced += 1
        if self._unsynced >= GROUP_LINES or now_s - self._since_s >= GROUP_S:
            self.sync()

    def _write(self, line: bytes) -> None:
        start = os.fstat(self._fd).st_size
        left = memoryview(line)
        try:
            while left:
                left = left[os.write(self._fd, left) :]
        except OSError as error:
            os.ftruncate(self._fd, start)
            raise self._full(error) from None

    def sync(self) -> None:
        """Force all lines to the disk. Raises JudgeError where that fails."""
        self._unsynced = 0
        try:
            os.fsync(self._fd)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EROFS):  # a file system without it
                raise self._full(error) from None

    def _full(self, error: OSError) -> JudgeError:
        return JudgeError(
            f"{self.path}: {error.strerror}; the verdicts in it are whole. "
            "Make room and run the same command again to go on"
        )

    def close(self) -> None:
        """Sync and close."""
        try:
            self.sync()
        finally:
            os.close(self._fd)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def read_line(line: bytes) -> dict[str, Any] | None:
    """Return a verdict's record, or None where the line is not one."""
    try:
        record: Any = json.loads(line)
        Verdict(record["verdict"])
        if record["schema"] != SCHEMA or not isinstance(record["submission"]["sha256"], str):
            return None
        if not all(isinstance(record[name], str) for name in ("id", "key", "problem")):
            return None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return dict(record)


def read_journal(path: Path) -> Iterator[dict[str, Any]]:
    """Read the records of a journal that may have been judged more than once: the last of each id counts.

    Raises UsageError for a file that is not a journal.
    """
    last: dict[bytes, int] = {}
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            record = read_line(line)
            if record is None:
                raise UsageError(f"{path}:{number}: is not a verdict of `judge batch`")
            last[record["id"].encode("utf-8", "surrogatepass")] = number
        stream.seek(0)
        for number, line in enumerate(stream, 1):
            record = read_line(line)
            if record is not None and last[record["id"].encode("utf-8", "surrogatepass")] == number:
                yield record
