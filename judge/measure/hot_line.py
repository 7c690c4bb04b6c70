"""The contestant's own line that does the growing work, from line counts at two sizes."""

from __future__ import annotations

from dataclasses import dataclass

from judge.measure.counting import Counts

SMALLEST_GROWTH = 1.2
"""A line is named when it costs this much more per call at the larger of two sizes."""


@dataclass(frozen=True, slots=True)
class HotLine:
    """One line of the submission, and why it."""

    number: int
    words: str


def find_hot_line(counts: Counts, lines: list[str]) -> HotLine | None:
    """Return the line whose cost per call grows most from one size to a larger one, or None."""
    if len(counts.profiles) < 2:
        return None
    n2, late = counts.profiles[-1]
    n1, early = next((p for p in reversed(counts.profiles[:-1]) if p[0] * 4 <= n2), counts.profiles[0])
    best, number = 0.0, 0
    for line, (turns, touches, _) in late.items():
        was = early.get(line, (0.0, 0.0, 0.0))
        grown = turns + touches - was[0] - was[1]
        if grown > best and turns + touches > SMALLEST_GROWTH * (was[0] + was[1]):
            best, number = grown, line
    if not number:
        return None
    text = lines[number - 1].strip()[:120] if 0 < number <= len(lines) else ""
    return HotLine(number, _words(number, text, late[number], early.get(number), n1, n2))


def _words(
    number: int,
    text: str,
    late: tuple[float, float, float],
    early: tuple[float, float, float] | None,
    n1: int,
    n2: int,
) -> str:
    turns, touches, events = late
    shown = f"line {number}: {text}"
    if touches > turns:
        was = (early or (0.0, 0.0, 0.0))[1]
        times = "executed once per call" if 0.5 <= events <= 1.5 else _often(events)
        each = touches / max(events, 1e-9)
        amount = _amount(each if events > 1.5 else touches, n2)
        per = " each time" if events > 1.5 else ""
        return (
            f"{shown} — {times}, but it touches {amount} elements{per} "
            f"({_number(touches)} per call at n = {n2:,}, {_number(was)} at n = {n1:,})"
        )
    was = (early or (0.0, 0.0, 0.0))[0]
    return (
        f"{shown} — runs {_amount(turns, n2)} times per call "
        f"({_number(turns)} at n = {n2:,}, {_number(was)} at n = {n1:,})"
    )


def _often(events: float) -> str:
    if events < 0.5:
        return f"executed once in {_number(1 / max(events, 1e-9))} calls"
    return f"executed {_number(events)} times per call"


def _amount(value: float, n: int) -> str:
    """Say a number in terms of n where it is near n, n/2 or n^2."""
    for name, size in (("n", n), ("n/2", n / 2), ("n^2", n * n), ("n^2/2", n * n / 2)):
        if size > 8 and 0.85 * size <= value <= 1.15 * size:
            return name
    return _number(value)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == round(value) else f"{value:.1f}"
