"""The verdicts, their words and their order. Every room speaks in these.

Standard library only, and cheap to import: the cold path of `judge submit` pays for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Verdict(str, Enum):
    """What a judging ends with. The member order is the order in which a tie is settled."""

    IE = "IE"
    CE = "CE"
    TLE = "TLE"
    MLE = "MLE"
    OLE = "OLE"
    RTE = "RTE"
    WA = "WA"
    CX = "CX"
    AC = "AC"

    @property
    def words(self) -> str:
        """The verdict spelled out, for people: `WA` is `wrong answer`."""
        return _WORDS[self]

    @property
    def exit_code(self) -> int:
        """The exit code of a command that judged one submission."""
        return {Verdict.AC: 0, Verdict.IE: 3}.get(self, 1)

    def __str__(self) -> str:
        return self.value


_WORDS = {
    Verdict.IE: "internal error of the judge",
    Verdict.CE: "cannot be judged",
    Verdict.TLE: "time limit exceeded",
    Verdict.MLE: "memory limit exceeded",
    Verdict.OLE: "output limit exceeded",
    Verdict.RTE: "runtime error",
    Verdict.WA: "wrong answer",
    Verdict.CX: "grows faster than required",
    Verdict.AC: "accepted",
}

_RANK = {verdict: rank for rank, verdict in enumerate(Verdict)}


def settle(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the one verdict that several outcomes add up to; `AC` when there are none."""
    return min(verdicts, key=_RANK.__getitem__, default=Verdict.AC)
