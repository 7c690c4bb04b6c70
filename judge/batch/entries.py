"""Where submissions come from: a folder, a JSONL file, or a stream of JSONL. Read lazily, one at a time."""

from __future__ import annotations

import json
import os
import stat
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from judge.errors import NothingToJudge, UsageError
from judge.request import SOURCE_CAP_BYTES, read_source

MAX_LINE_BYTES = 16 * SOURCE_CAP_BYTES
"""A longer line cannot hold a source within its cap, however it is escaped."""

BLOCK_BYTES = 1 << 20
"""What is read at a time to count lines."""

MAX_NAME_LETTERS = 1_000
"""Of ids, problems and paths: they are kept, compared and shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One submission to judge."""

    id: str
    problem: str
    source: bytes
    path: str = ""
    """Where it was read from, for people; empty where it came without a file."""
    where: str = ""
    """The place in the input that messages name."""


@dataclass(frozen=True, slots=True)
class BadEntry:
    """A piece of the input that cannot be judged, and why. The others are judged all the same."""

    where: str
    reason: str
    invalid_problem: bool = False
    """Whether it is its problem folder that is at fault."""

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


class Input:
    """A batch's input, which can be counted and read again where it is not a stream."""

    def __init__(
        self, place: Path | None, stream: BinaryIO | None = None, slugs: Collection[str] = ()
    ) -> None:
        """`place`: a folder or a JSONL file; None: `stream`. Raises NothingToJudge, UsageError.

        `slugs`: of all problems; files that lie directly in a folder named as one of them belong to it.
        """
        self.place = place
        self._stream = stream
        self._slugs = slugs
        if place is not None:
            try:
                self._open(place)
            except (OSError, ValueError) as error:
                words = getattr(error, "strerror", None) or error
                raise UsageError(f"{place}: cannot be read ({words})") from None
        if self._stream is not None and _is_endless(self._stream):
            raise UsageError(f"{place or 'stdin'}: is a device; give a folder, a file or a pipe")

    def _open(self, place: Path) -> None:
        """Find out that it can be read. Raises NothingToJudge, OSError, ValueError."""
        if not place.exists():
            raise NothingToJudge(f"{place}: there is no such file or folder")
        if place.is_dir():
            next(place.iterdir(), None)
            return
        opened = place.open("rb")
        if self.repeatable:
            opened.close()
        else:
            self._stream = opened  # the writer of a pipe writes once, and to one reader

    @property
    def repeatable(self) -> bool:
        """Whether it can be read a second time."""
        return self.place is not None and (self.place.is_dir() or self.place.is_file())

    def count(self) -> int | None:
        """Return how many submissions there are, at most; None where only reading all would tell."""
        if self.place is None or not self.repeatable:
            return None
        if self.place.is_dir():
            return sum(1 for _ in _files(self.place))
        with self.place.open("rb") as stream:
            return _count_lines(stream)

    def __iter__(self) -> Iterator[Entry | BadEntry]:
        if self.place is not None and self.place.is_dir():
            return _read_folder(self.place, self._slugs)
        return self._read_file()

    def _read_file(self) -> Iterator[Entry | BadEntry]:
        name, base = (self.place.name, self.place.parent) if self.place is not None else ("stdin", Path())
        if self._stream is not None:
            yield from read_lines(self._stream, name, base)
            return
        assert self.place is not None
        with self.place.open("rb") as stream:
            yield from read_lines(stream, name, base)


def _is_endless(stream: BinaryIO) -> bool:
    """Whether it is a device such as /dev/zero; a terminal comes to an end, and /dev/null is empty."""
    try:
        found = os.fstat(stream.fileno())
        if not (stat.S_ISCHR(found.st_mode) or stat.S_ISBLK(found.st_mode)):
            return False
        return not stream.isatty() and found.st_rdev != Path(os.devnull).stat().st_rdev
    except (OSError, ValueError):
        return False  # of no file


def _files(folder: Path) -> Iterator[Path | BadEntry]:
    """Every file that may be a submission, and every folder that may not be read."""
    for place in sorted(folder.iterdir()):
        if place.name.startswith((".", "_")):
            continue
        try:
            inside = sorted(place.iterdir()) if place.is_dir() else None
        except OSError as error:
            yield BadEntry(place.name, f"cannot be read ({error.strerror})")
            continue
        if inside is None:
            inside = [place]
        for path in inside:
            if path.name.startswith((".", "__")):
                continue
            if path.suffix == ".py":
                yield path
            elif place.is_dir() and any(path.glob("*.py")):
                name = path.relative_to(folder).as_posix()
                yield BadEntry(name, "lies too deep; put its files right into the folder of their problem")


def _read_folder(folder: Path, slugs: Collection[str]) -> Iterator[Entry | BadEntry]:
    inside = os.path.realpath(folder)
    own = Path(os.path.abspath(folder)).name  # noqa: PTH100 - a link's own name, also of `.` and `..`
    for path in _files(folder):
        if isinstance(path, BadEntry):
            yield path
            continue
        name = path.relative_to(folder).as_posix()
        problem = own if path.parent == folder else path.parent.name
        if path.parent == folder and own not in slugs:
            yield BadEntry(name, "belongs to no problem; put it into a folder named after its problem")
            continue
        # Students made these files: a link of theirs could show any file of the teacher's in a report
        target = Path(os.path.realpath(path))  # resolve() raises for links in a circle
        if not target.is_relative_to(inside):
            yield BadEntry(name, "is a link to a file outside of the folder")
            continue
        source = _read_source(target)
        if isinstance(source, str):
            yield BadEntry(name, source)
        else:
            yield Entry(name, problem, source, str(path), name)


def _read_source(path: Path) -> bytes | str:
    """Return the source, cut one byte past its cap, or why it cannot be read."""
    try:
        if not path.is_file():
            return "is not a regular file" if path.exists() else "there is no such file"
        return read_source(path)
    except (OSError, ValueError) as error:
        return f"cannot be read ({getattr(error, 'strerror', None) or error})"


def _count_lines(stream: BinaryIO) -> int:
    """Count lines that are not blank, in blocks: a line may have no end."""
    count, blank = 0, True
    while block := stream.read(BLOCK_BYTES):
        first, *others = block.split(b"\n")
        blank = blank and not first.strip()
        for line in others:
            count += not blank
            blank = not line.strip()
    return count + (not blank)


def read_lines(stream: BinaryIO, name: str, base: Path) -> Iterator[Entry | BadEntry]:
    """Read JSONL. `path` of a line is taken relative to `base`."""
    samples: Counter[str] = Counter()
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > MAX_LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE_BYTES)
            yield BadEntry(where, f"the line is longer than {MAX_LINE_BYTES // 1024 // 1024} MiB")
        elif line.strip():
            yield _read_line(line, where, base, samples)


def _read_line(line: bytes, where: str, base: Path, samples: Counter[str]) -> Entry | BadEntry:
    try:
        record: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return BadEntry(where, "is not UTF-8; save the file as UTF-8")
    except (ValueError, RecursionError) as error:
        if b"\0" in line:
            return BadEntry(where, "is not UTF-8 (UTF-16, it seems); save the file as UTF-8")
        return BadEntry(where, f"is not JSON: {error}")
    if not isinstance(record, dict):
        return BadEntry(where, f"is {type(record).__name__}, not an object")
    whole = record.get("task_id")
    if _too_long(whole):
        return BadEntry(where, f"`task_id` is longer than {MAX_NAME_LETTERS:,} characters")
    task = str(whole).rpartition("/")[2] if isinstance(whole, (str, int)) else ""
    problem = record.get("problem", task)
    if not isinstance(problem, str) or not problem:
        return BadEntry(where, "names no problem: give it as `problem` (or `task_id`)")
    id = record.get("id")
    if id is None and task:
        # Samples in the manner of EvalPlus share their task's name; the order in the file tells them apart.
        id = f"{whole}#{samples[str(whole)]}"
        samples[str(whole)] += 1
    if not isinstance(id, (str, int)) or isinstance(id, bool) or id == "":
        return BadEntry(where, "has no `id`, a text or a whole number")
    source, path = record.get("source", record.get("solution")), record.get("path")
    for name, value in (("problem", problem), ("id", id), ("path", path)):
        if _too_long(value):
            return BadEntry(where, f"`{name}` is longer than {MAX_NAME_LETTERS:,} characters")
    if (source is None) == (path is None):
        return BadEntry(where, "needs one of `source` (or `solution`) and `path`")
    if source is not None:
        if not isinstance(source, str):
            return BadEntry(where, "`source` is not a text")
        return Entry(str(id), problem, source.encode("utf-8", "surrogatepass"), "", where)
    if not isinstance(path, str):
        return BadEntry(where, "`path` is not a text")
    found = _read_source(base / path)
    if isinstance(found, str):
        return BadEntry(where, f"{path}: {found}")
    return Entry(str(id), problem, found, path, where)


def _too_long(value: object) -> bool:
    return isinstance(value, (str, int)) and len(str(value)) > MAX_NAME_LETTERS


__all__ = ["BadEntry", "Entry", "Input", "read_lines"]
