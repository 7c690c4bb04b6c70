"""Counts over a ladder of n: events of a call, exact and repeatable, from the worker's own tally."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from judge.authoring.workload import Workload
from judge.generate.oracle import Oracle
from judge.measure.fit import classify
from judge.measure.rungs import LONGEST_WAIT_CPU_S, Bench, Rung, read_count
from judge.sandbox import SessionEnded
from judge.wire.cases import read_line_number
from judge.wire.errors import MALFORMED, WireError

MOST_EVENTS = 250_000
"""Events of one rung: its build and its batch."""
LARGEST = 1 << 13
FIRST = 8
STEEP = 3.5
"""A log-log slope beyond this may be an exponential's, and is only approached in small steps."""
FEW_EVENTS = 100.0
"""Events per call, below which a growth may still be a table that fills up: followed by FURTHER each step."""
FURTHER = 4
LEVEL = 1.02
"""A further step that adds less than this to the events is level; a logarithm would add some 15%."""
LEVEL_RUNGS = 4
"""So many rungs that are level let the ladder go on in steps of four."""
FAR_BEYOND = 3.0
"""So many times what the ladder ended with, and it is followed no further."""
FURTHER_CPU_S = 8.0
"""CPU seconds that a further rung may be expected to take, if its build is linear in n."""
MOST_FURTHER_CPU_S = 16.0
"""CPU seconds that it may take."""
FURTHEST = 1 << 17
FAR_FOR_A_LOGARITHM = 1 << 15
"""A table fills up in a straight line, so a logarithm shows earlier."""
LONG_RUNG_S = 0.12
"""Counting Python code of the standard library is slow: a rung that took longer is the last."""
ENOUGH_RUNGS = 5
MOVES_PER_EVENT = 64
"""Elements that C code moves in the time of one event of Python."""
MOST_SINGLE_CALLS = 2_000
MOST_SINGLE_CALLS_EACH = 20_000
"""Batches up to this length are counted call by call, so that the costliest single call shows; the second
where the bound is on each call, not on the mean."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Events per call over n. All from the worker: evidence, not proof."""

    points: tuple[tuple[int, float], ...]
    """(n, events per charged call)"""
    batch: tuple[tuple[int, float], ...]
    """(n, events per call of the whole batch): what the clock sees"""
    singles: tuple[tuple[int, int], ...]
    """(n, events of the costliest charged call), where looked at"""
    profiles: tuple[tuple[int, dict[int, tuple[float, float, float]]], ...]
    """(n, line -> turns, touches, container operations per charged call)"""
    builds: tuple[tuple[int, float], ...]
    """(n, events of the build)"""
    fronts: int
    """Times that the first key of a dict or set was asked for at the largest n."""
    reason: str
    """Why there are no counts; empty where there are."""
    further: int = 0
    """So many of the points were taken past the ladder, to see whether few events go on to grow."""
    at_the_end: bool = False
    """Whether the last of them is the workload's own end."""

    def priced(
        self, points: tuple[tuple[int, float], ...], moves_per_event: float = MOVES_PER_EVENT
    ) -> tuple[tuple[int, float], ...]:
        """Return such a series with what C code moves at its price: it must grow before it shows.

        The builds have no profile of their own; they mostly do what the calls do.
        """
        return tuple(
            (n, events * _priced_share(lines, moves_per_event))
            for (n, events), (_, lines) in zip(points, self.profiles, strict=True)
        )


NO_TIME = "no time was left to count"
NO_COUNTS = Counts((), (), (), (), (), 0, "not counted")


def count_ladder(
    bench: Bench,
    oracle: Oracle,
    workload: Workload,
    *,
    seed: int,
    until: float,
    each: bool = False,
    to_the_end: bool = False,
    largest: int = LARGEST,
) -> Counts:
    """Count events over n = 16, 32, ... until a rung would take too many, or the time `until` has come.

    `each`: single calls are looked at in long batches too, as the bound is on each of them.
    `to_the_end`: few events per call are counted further, up to the workload's end, also past that time.
    Raises Raised, SessionEnded, WireError, WorkloadError; `at_n` of the first three is set to the size.
    """
    rows: list[_Row] = []
    took: dict[int, float] = {}
    n = max(workload.smallest, min(FIRST, workload.largest))
    top = min(largest, workload.largest)
    end = min(workload.largest, FURTHEST)
    most_single = MOST_SINGLE_CALLS_EACH if each else MOST_SINGLE_CALLS

    def count(size: int, cpu_s: float = LONGEST_WAIT_CPU_S) -> None:
        """Add a row, and the CPU seconds that it took."""
        rung = bench.rung(oracle, workload, size, seed)
        before = bench.session.cpu_time_s()
        try:
            reply = bench.ask("measure.count", rung.form, most_single, cpu_s=cpu_s)
            rows.append(_read_row(rung, reply))
        except Exception as error:
            error.at_n = size  # type: ignore[attr-defined]
            raise
        took[size] = bench.session.cpu_time_s() - before

    try:
        while n <= top and bench.now() < until:
            count(n)
            spent = took[n]
            following = _next_size(rows, top)
            if following is not None and _is_level(rows):  # what grows not at all needs fewer sizes
                following = min(2 * following, top)
            limit_s = LONG_RUNG_S if len(rows) >= ENOUGH_RUNGS else 3 * LONG_RUNG_S
            if following is None or (spent > limit_s and len(rows) > 1):  # the first also loads the counters
                break
            left_s = max(until - bench.now(), 2 * LONG_RUNG_S)
            if len(rows) >= ENOUGH_RUNGS and spent * _times_the_events(rows, following) > left_s:
                break  # or the shapes after this one had no time
            n = following
        if rows and not _is_level(rows):
            for size in _left_out(rows):
                count(size)
            rows.sort(key=lambda row: row.n)
        ladder = len(rows)
        while to_the_end and rows and rows[-1].mean < FEW_EVENTS and rows[-1].n < end:
            size, spent = min(FURTHER * rows[-1].n, end), took[rows[-1].n]
            if spent * size / rows[-1].n > FURTHER_CPU_S:
                break
            if spent * _times_the_seconds(rows, took, size) > MOST_FURTHER_CPU_S:
                break
            try:
                count(size, MOST_FURTHER_CPU_S)
            except SessionEnded:  # too slow to be followed so far
                bench.close()
                break
            if rows[-1].mean <= LEVEL * rows[-2].mean or rows[-1].mean >= FAR_BEYOND * rows[ladder - 1].mean:
                break
            growth = classify([(row.n, row.mean) for row in rows])[0]
            if growth.power == 0 and rows[-1].n >= FAR_FOR_A_LOGARITHM:
                break
    except _Plain as why:
        return replace(NO_COUNTS, reason=str(why))
    at_the_end = bool(rows) and rows[-1].n >= end
    return replace(_series(rows), further=len(rows) - ladder, at_the_end=at_the_end)


class _Plain(Exception):
    """The submission cannot be rewritten to count; the text says why."""


class _Row(NamedTuple):
    """One size: what the worker counted."""

    n: int
    batch: int
    """Calls of the whole batch."""
    calls: int
    """Charged ones that ran, and their events."""
    cost: float
    ran: int
    """All that ran, and their events."""
    all: float
    built: float
    worst: int
    lines: dict[int, tuple[float, float, float]]
    """Line -> turns, touches, container operations per charged call."""
    fronts: int

    @property
    def mean(self) -> float:
        """Events per charged call."""
        return self.cost / self.calls

    @property
    def share(self) -> float:
        """The part of the events that is left when what C code moves has its price."""
        return _priced_share(self.lines, MOVES_PER_EVENT)


def _priced_share(lines: dict[int, tuple[float, float, float]], moves_per_event: float) -> float:
    turns = sum(row[0] + row[2] for row in lines.values())
    touches = sum(row[1] for row in lines.values())
    return min(1.0, (turns + touches / moves_per_event) / max(1e-9, turns + touches))


def _read_row(rung: Rung, reply: dict[str, Any]) -> _Row:
    """Read what a worker counted. Raises _Plain where it did not, WireError for anything malformed."""
    if "plain" in reply:
        raise _Plain(str(reply["plain"])[:200])
    try:
        keys = ("calls", "cost", "ran", "all", "built", "worst", "fronts")
        calls, cost, ran, everything, built, worst, fronts = (read_count(reply[key]) for key in keys)
        calls, ran = max(1.0, calls), max(1.0, ran)
        lines = {}
        for number, *counted in reply["lines"]:
            turns, touches, moves = (read_count(count) / calls for count in counted)
            lines[read_line_number(number)] = turns, touches, moves
    except MALFORMED as error:
        raise WireError("malformed counts") from error
    return _Row(
        rung.n, rung.calls, int(calls), cost, int(ran), everything, built, int(worst), lines, int(fronts)
    )


def _slope_of_calls(rows: list[_Row]) -> float:
    if len(rows) < 2:
        return 1.0
    before, row = rows[-2:]
    was, now = before.all / before.ran + 1e-9, row.all / row.ran + 1e-9
    return math.log(max(now / was, 1e-3)) / math.log(row.n / before.n)


def _next_size(rows: list[_Row], top: int) -> int | None:
    """The next n whose rung stays under the limit: twice, 1.41 or 1.19 times this one.

    What C code moves counts at its price, or the ladder of an `insort` would end inside the first block of a
    blocked list.
    """
    row = rows[-1]
    n = row.n
    per_call = row.share * row.all / row.ran + 1.0
    if len(rows) < 2:
        call_slope = STEEP + 1 if per_call > 16 * n else 2.0
        build_slope = 1.0
    else:
        before = rows[-2]
        call_slope = _slope_of_calls(rows)
        build_slope = math.log((row.built + 1) / (before.built + 1)) / math.log(n / before.n)
    for factor in (2.0, 1.414, 1.19) if call_slope < STEEP else (1.19,):
        size = round(n * factor)
        if size <= n or size > top:
            continue
        ratio = size / n
        one = per_call * ratio ** (max(0.0, call_slope) + 0.2)
        build = row.share * row.built * ratio ** (max(0.0, build_slope) + 0.2)
        # a part of a batch would be another mean than the whole: the batch is run whole at every size
        ahead = one * row.batch * (ratio if row.batch > 8 else 1)
        if build < MOST_EVENTS and ahead < MOST_EVENTS:
            return size
    return None


def _times_the_events(rows: list[_Row], size: int) -> float:
    """How many times the events of the last rung, its build included, one of this size should take."""
    before, row = rows[-2:]
    return _carried_on((row.all + row.built + 1) / (before.all + before.built + 1), rows, size)


def _times_the_seconds(rows: list[_Row], took: dict[int, float], size: int) -> float:
    """How many times the last rung's CPU seconds one of this size should take."""
    if len(rows) < 2:
        return 0.0
    before, row = rows[-2:]
    return _carried_on(took[row.n] / max(took[before.n], LONG_RUNG_S / 4), rows, size)  # less is any rung's


def _carried_on(ratio: float, rows: list[_Row], size: int) -> float:
    """The factor to the next size, as the power of n that made `ratio` of the two before it; at least 1."""
    before, row = rows[-2:]
    return max(1.0, math.pow(ratio, math.log(size / row.n) / math.log(row.n / before.n)))


def _is_level(rows: list[_Row]) -> bool:
    """Whether nothing has grown from the first size on, in the mean or in single calls."""
    if len(rows) < LEVEL_RUNGS:
        return False
    means = [row.mean for row in rows]
    batches = [row.all / row.ran for row in rows]
    singles = [float(row.worst) for row in rows if row.worst]
    return all(max(series) <= LEVEL * min(series) for series in (means, batches, singles) if series)


def _left_out(rows: list[_Row]) -> list[int]:
    """Sizes that were left out while nothing grew."""
    pairs = zip(rows, rows[1:], strict=False)
    return [before.n * 2 for before, after in pairs if after.n >= 3 * before.n]


def _series(rows: list[_Row]) -> Counts:
    return Counts(
        points=tuple((row.n, row.mean) for row in rows),
        batch=tuple((row.n, row.all / row.ran) for row in rows),
        singles=tuple((row.n, row.worst) for row in rows if row.worst),
        profiles=tuple((row.n, row.lines) for row in rows),
        builds=tuple((row.n, row.built) for row in rows),
        fronts=rows[-1].fronts if rows else 0,
        reason="" if rows else NO_TIME,
    )
