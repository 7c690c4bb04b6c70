"""What the history keeps, as immutable records."""

from __future__ import annotations

from typing import NamedTuple

from judge.errors import JudgeError
from judge.judgement import Judgement
from judge.verdict import Verdict

HINT = "hint"
"""An event: a hint was shown; its number is the hint's, counted from 1."""
GAVE_UP = "gave-up"
"""An event: the reference was shown before the problem was solved."""
STARTED = "started"
"""An event: the starter was put into submissions/."""


class HistoryUnavailable(JudgeError):
    """The history cannot be read or written; the message names the file and the reason."""


class Judging(NamedTuple):
    """One line of the history."""

    id: str
    at_s: float
    """Seconds since the epoch."""
    problem: str
    verdict: Verdict
    message: str
    path: str


class Kept(NamedTuple):
    """One judging, whole."""

    judgement: Judgement
    at_s: float
    source: bytes | None
    """The submission as it was judged; None where it was not kept."""


class Event(NamedTuple):
    """Something beside a judging."""

    at_s: float
    problem: str
    kind: str
    number: int
