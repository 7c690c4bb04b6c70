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


def find_hot_line(counts: Counts, lines: list[str], letter: str = "n") -> HotLine | None:
    """Return the line whose cost per call grows most from one size to a larger one, or None.

    `letter`: what the sizes are called.
    """
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
    return HotLine(
        number, _words(f"line {number}: {text}", late[number], early.get(number), (n1, n2), letter)
    )


def _words(
    shown: str,
    late: tuple[float, float, float],
    early: tuple[float, float, float] | None,
    sizes: tuple[int, int],
    letter: str,
) -> str:
    turns, touches, events = late
    n1, n2 = sizes

    def at_sizes(after: float, before: float) -> str:
        return f"({_number(after)} per call at {letter} = {n2:,}, {_number(before)} at {letter} = {n1:,})"

    if touches > turns:
        was = (early or (0.0, 0.0, 0.0))[1]
        if events > 1.5:
            each = _amount(touches / events, n2, letter)
            said = f"its {_number(events)} operations per call touch {each} elements each"
        else:
            often = "once per call" if events >= 0.5 else f"once in {_number(1 / max(events, 1e-9))} calls"
            said = f"executed {often}, but it touches {_amount(touches, n2, letter)} elements"
        return f"{shown} — {said} {at_sizes(touches, was)}"
    was = (early or (0.0, 0.0, 0.0))[0]
    return f"{shown} — runs {_amount(turns, n2, letter)} times per call {at_sizes(turns, was)}"


def _amount(value: float, n: int, letter: str) -> str:
    """Say a number in terms of n where it is near n, n/2 or n^2."""
    for form, size in (("{}", n), ("{}/2", n / 2), ("{}^2", n * n), ("{}^2/2", n * n / 2)):
        if size > 8 and 0.85 * size <= value <= 1.15 * size:
            return form.format(letter)
    return _number(value)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == round(value) else f"{value:.1f}"
