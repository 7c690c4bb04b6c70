"""Counts over a ladder of n: events of a call, exact and repeatable, from the worker's own tally."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from judge.authoring.workload import Workload
from judge.generate.oracle import Oracle
from judge.measure.rungs import Bench, Rung, make_rung

MOST_EVENTS = 250_000
"""Events of one rung: its build and its batch."""
LARGEST = 1 << 13
FIRST = 8
STEEP = 3.5
"""A log-log slope beyond this may be an exponential's, and is only approached in small steps."""
LONG_RUNG_S = 0.12
"""Counting Python code of the standard library is slow: a rung that took longer is the last."""
ENOUGH_RUNGS = 5
MOST_SINGLE_CALLS = 2_000
"""Batches up to this length are counted call by call, so that the costliest single call shows."""


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


NO_TIME = "no time was left to count"
NO_COUNTS = Counts((), (), (), (), (), 0, "not counted")


def count_ladder(
    bench: Bench,
    oracle: Oracle,
    workload: Workload,
    *,
    seed: int,
    until: float,
    largest: int = LARGEST,
) -> Counts:
    """Count events over n = 16, 32, ... until a rung would take too many, or the time `until` has come.

    Raises Raised, SessionEnded, WorkloadError; `at_n` of the first two is set to the size.
    """
    rows: list[tuple[int, dict[str, Any], int]] = []
    n = max(workload.smallest, min(FIRST, workload.largest))
    top = min(largest, workload.largest)
    while n <= top and bench.now() < until:
        rung = make_rung(oracle, workload, n, seed)
        before = bench.session.cpu_time_s()
        reply = _ask_at(bench, rung)
        spent = bench.session.cpu_time_s() - before
        if "plain" in reply:
            return Counts((), (), (), (), (), 0, str(reply["plain"])[:200])
        rows.append((n, reply, rung.calls))
        following = _next_size(rows, top)
        limit_s = LONG_RUNG_S if len(rows) >= ENOUGH_RUNGS else 3 * LONG_RUNG_S
        if following is None or (spent > limit_s and len(rows) > 1):  # the first also loads the counters
            break
        n = following
    return _series(rows)


def _ask_at(bench: Bench, rung: Rung) -> dict[str, Any]:
    try:
        return bench.ask("measure.count", rung.form, MOST_SINGLE_CALLS)
    except Exception as error:
        error.at_n = rung.n  # type: ignore[attr-defined]
        raise


def _total(reply: dict[str, Any]) -> float:
    return float(reply["built"]) + float(reply["all"]) + 1.0


def _slope_of_calls(rows: list[tuple[int, dict[str, Any], int]]) -> float:
    if len(rows) < 2:
        return 1.0
    (m, a, _), (n, b, _) = rows[-2:]
    was, now = a["all"] / max(1, a["ran"]) + 1e-9, b["all"] / max(1, b["ran"]) + 1e-9
    return math.log(max(now / was, 1e-3)) / math.log(n / m)


def _next_size(rows: list[tuple[int, dict[str, Any], int]], top: int) -> int | None:
    """The next n whose rung stays under the limit: twice, 1.41 or 1.19 times this one."""
    n, reply, calls = rows[-1]
    per_call = float(reply["all"]) / max(1, reply["ran"]) + 1.0
    if len(rows) < 2:
        call_slope = STEEP + 1 if per_call > 16 * n else 2.0
        build_slope = 1.0
    else:
        before = rows[-2]
        step = math.log(n / before[0])
        call_slope = _slope_of_calls(rows)
        build_slope = math.log((reply["built"] + 1) / (before[1]["built"] + 1)) / step
    for factor in (2.0, 1.414, 1.19) if call_slope < STEEP else (1.19,):
        size = round(n * factor)
        if size <= n or size > top:
            continue
        ratio = size / n
        one = per_call * ratio ** (max(0.0, call_slope) + 0.2)
        build = reply["built"] * ratio ** (max(0.0, build_slope) + 0.2)
        # a part of a batch would be another mean than the whole: the batch is run whole at every size
        ahead = one * calls * (ratio if calls > 8 else 1)
        if build < MOST_EVENTS and ahead < MOST_EVENTS:
            return size
    return None


def _series(rows: list[tuple[int, dict[str, Any], int]]) -> Counts:
    points, batch, singles, profiles, builds = [], [], [], [], []
    fronts = 0
    for n, reply, _ in rows:
        calls, ran = max(1, int(reply["calls"])), max(1, int(reply["ran"]))
        points.append((n, float(reply["cost"]) / calls))
        batch.append((n, float(reply["all"]) / ran))
        builds.append((n, float(reply["built"])))
        if reply["worst"]:
            singles.append((n, int(reply["worst"])))
        lines = {int(row[0]): (row[1] / calls, row[2] / calls, row[3] / calls) for row in reply["lines"]}
        profiles.append((n, lines))
        fronts = int(reply["fronts"])
    return Counts(
        tuple(points), tuple(batch), tuple(singles), tuple(profiles), tuple(builds), fronts,
        "" if rows else NO_TIME,
    )  # fmt: skip
