"""Progress per problem, and what to practise next by spaced repetition: SM-2.

The formula is P. A. Wozniak's SuperMemo 2 (Optimization of learning, 1990, chapter 3.2): after a repetition
of quality q in 0..5,

    I(1) = 1 day, I(2) = 6 days, I(k) = I(k-1) * EF, rounded up
    EF' = max(1.3, EF + 0.1 - (5-q) (0.08 + (5-q) 0.02))

with EF = 2.5 at first, and with q < 3 the repetitions begin again at I(1), EF unchanged. A repetition here
is a day on which the problem was judged, and its quality is read from that day: see `_quality`. A good day
before the due day leaves the schedule as it is: the formula is about recalling at the end of an interval.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from judge.history.records import Event, Judging
from judge.verdict import Verdict, settle

FORMULA = "SM-2 (Wozniak 1990)"

_FIRST_EASE = 2.5
_LEAST_EASE = 1.3
_ROUNDING = 1e-9
"""So that 10 * 1.3 is 13 days, whatever binary fractions say."""
_RECALLED = 3
"""The least quality that counts as recalled."""

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Schedule:
    """Where a problem stands in its repetitions."""

    repetitions: int
    interval_days: int
    ease: float
    due: Day


@dataclass(frozen=True, slots=True)
class Progress:
    """One problem's way so far."""

    problem: str
    best: Verdict
    attempts: int
    attempts_to_first: int
    """Judgings up to and with the first accepted one; 0 before it."""
    first_accepted_s: float
    """Seconds since the epoch; 0 before it."""
    time_to_accepted_s: float
    """From the start (or the first judging) to the first accepted judging; 0 before it."""
    hints: int
    gave_up: bool
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class Advice:
    """A problem to practise next, and why."""

    problem: str
    reason: str


def day_of(at_s: float) -> Day:
    """The local calendar day of a time."""
    return datetime.date.fromtimestamp(at_s)


def progress_of(judgings: Iterable[Judging], events: Iterable[Event]) -> dict[str, Progress]:
    """Progress by slug, from the whole history in any order. The judge's own failures do not count."""
    by_problem: dict[str, list[Judging]] = {}
    for line in sorted(judgings, key=lambda line: line.at_s):
        if line.verdict is not Verdict.IE:
            by_problem.setdefault(line.problem, []).append(line)
    kept = sorted(events, key=lambda event: event.at_s)
    return {
        slug: _one(slug, lines, [event for event in kept if event.problem == slug])
        for slug, lines in by_problem.items()
    }


def _one(slug: str, lines: Sequence[Judging], events: Sequence[Event]) -> Progress:
    first = next((at for at, line in enumerate(lines) if line.verdict is Verdict.AC), None)
    starts = [event.at_s for event in events if event.kind == "started"]
    accepted_s = 0.0 if first is None else lines[first].at_s
    begun_s = min([lines[0].at_s, *starts])
    best = lines[0].verdict
    for line in lines:
        # settle() names the worse of two.
        best = line.verdict if settle((best, line.verdict)) is best else best
    return Progress(
        problem=slug,
        best=best,
        attempts=len(lines),
        attempts_to_first=0 if first is None else first + 1,
        first_accepted_s=accepted_s,
        time_to_accepted_s=max(0.0, accepted_s - begun_s),
        hints=max((event.number for event in events if event.kind == "hint"), default=0),
        gave_up=any(event.kind == "gave-up" for event in events),
        schedule=_schedule(lines, events),
    )


def _schedule(lines: Sequence[Judging], events: Sequence[Event]) -> Schedule:
    days = sorted({day_of(line.at_s) for line in lines})
    state = Schedule(0, 0, _FIRST_EASE, days[0])
    for day in days:
        quality = _quality(
            [line for line in lines if day_of(line.at_s) == day],
            [event for event in events if day_of(event.at_s) == day],
        )
        state = repeat(state, quality, day)
    return state


def repeat(state: Schedule, quality: int, day: Day) -> Schedule:
    """Apply one repetition of SM-2 (see the module). `quality` is 0 to 5."""
    if quality < _RECALLED:
        return Schedule(0, 1, state.ease, day + datetime.timedelta(days=1))
    if day < state.due:
        return state
    number = state.repetitions + 1
    interval = {1: 1, 2: 6}.get(number) or math.ceil(state.interval_days * state.ease - _ROUNDING)
    miss = 5 - quality
    ease = max(_LEAST_EASE, state.ease + 0.1 - miss * (0.08 + miss * 0.02))
    return Schedule(number, interval, ease, day + datetime.timedelta(days=interval))


def _quality(lines: Sequence[Judging], events: Sequence[Event]) -> int:
    """A day's quality: 5 accepted at once and without a hint, 4 with one or two failures or hints, 3 with
    more, 2 right but too slow, 1 tried, 0 given up before it was accepted."""
    accepted_s = next((line.at_s for line in lines if line.verdict is Verdict.AC), None)
    if accepted_s is None:
        if any(event.kind == "gave-up" for event in events):
            return 0
        return 2 if any(line.verdict is Verdict.CX for line in lines) else 1
    if any(event.kind == "gave-up" and event.at_s < accepted_s for event in events):
        return 0
    failures = sum(1 for line in lines if line.at_s < accepted_s)
    help_taken = failures + sum(1 for event in events if event.kind == "hint" and event.at_s < accepted_s)
    return 5 if help_taken == 0 else 4 if help_taken <= 2 else 3


def next_up(
    progress: dict[str, Progress], difficulties: dict[str, str], today: Day, limit: int = 3
) -> list[Advice]:
    """What to practise next: what is begun and unsolved, then what is due, then something new, easy first.

    `difficulties` maps every known slug to `easy`, `medium` or `hard`.
    """
    known = {slug: p for slug, p in progress.items() if slug in difficulties}
    unsolved = sorted((p for p in known.values() if not p.first_accepted_s), key=lambda p: p.attempts)
    due = sorted(
        (p for p in known.values() if p.first_accepted_s and p.schedule.due <= today),
        key=lambda p: p.schedule.due,
    )
    order = {"easy": 0, "medium": 1, "hard": 2}
    fresh = sorted(
        (slug for slug in difficulties if slug not in known),
        key=lambda slug: (order.get(difficulties[slug], 3), slug),
    )
    advice = [Advice(p.problem, f"begun, not accepted yet (best {p.best})") for p in unsolved]
    for p in due:
        late = (today - p.schedule.due).days
        since = "due today" if late == 0 else f"due {late} day{'s' if late > 1 else ''} ago"
        advice.append(Advice(p.problem, f"repeat it: {since}, after {p.schedule.interval_days} days"))
    advice += [Advice(slug, f"new to you ({difficulties[slug]})") for slug in fresh]
    return advice[:limit]
