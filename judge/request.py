"""What a caller asks of a judging, and hears while it runs."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from judge.digest import sha256
from judge.errors import NothingToJudge, UsageError

SHRINK_BUDGET_S = 5.0
"""Wall seconds for shrinking; then the best case so far is shown."""

SOURCE_CAP_BYTES = 4 * 1024 * 1024
"""A longer file is not a solution."""


class Options(NamedTuple):
    """How to judge."""

    seed: int = 0
    complexity: bool = True
    complexity_budget_s: float | None = None
    """Wall seconds for measuring one submission; None: the problem's own."""
    explore_s: float = 0.0
    """Wall seconds of fresh seeds after the corpus has passed."""
    killers: bool = True
    """Put the smallest cases that kill the folder's wrong solutions first."""
    shrink_budget_s: float = SHRINK_BUDGET_S
    reference: bool = True
    """Run the reference beside the submission for its figures."""
    reference_cpu_s: float | None = None
    """The reference's CPU seconds on this machine, where the caller has them; it is not run again then."""
    quiet_wait_s: float | None = None
    """Measure only while the machine passes its own noise check, one submission at a time; wait so many
    seconds for it, then the operations are inconclusive. None: measure whatever the noise."""


class Progress(NamedTuple):
    """Where a judging is: `load`, `corpus`, `tests`, `confirm`, `shrink`, `explore`, `measure`."""

    phase: str
    done: int
    total: int
    detail: str = ""


Listener = Callable[[Progress], None]


def read_source(path: Path) -> bytes:
    """Return a submission's bytes, cut one past their cap. Waits for none. Raises OSError, ValueError.

    `path` may name anything: a FIFO without a writer, or /proc/kmsg, which says that it is a regular file.
    """
    fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            raise OSError("is not a regular file")
        source = b""
        while part := os.read(fd, SOURCE_CAP_BYTES + 1 - len(source)):
            source += part
        return source
    finally:
        os.close(fd)


class Submission(NamedTuple):
    """One contestant's file."""

    path: str
    source: bytes

    @staticmethod
    def read(path: Path) -> Submission:
        """Read a submission. Raises NothingToJudge where there is none, UsageError when it cannot be read."""
        try:
            if path.is_dir():
                raise UsageError(f"{path}: is a folder; name the .py file in it")
            if path.exists() and not path.is_file():
                raise UsageError(f"{path}: is not a regular file")
            source = read_source(path)
        except FileNotFoundError:
            raise NothingToJudge(f"{path}: there is no such file") from None
        except (OSError, ValueError) as error:
            words = getattr(error, "strerror", None) or error
            raise UsageError(f"{path}: cannot be read ({words})") from None
        return Submission(str(path), source)

    @property
    def sha256(self) -> str:
        return sha256(self.source).hexdigest()


class Cancelled(Exception):
    """Raised out of a listener to stop a judging; everything it started is ended."""
