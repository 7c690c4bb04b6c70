"""CPU time over a ladder of n, read from outside while the worker is blocked.

All rungs of a ladder stand in the worker at once, and are visited in rounds, up and down, so that a drift
of the machine hits every rung alike. A rung is only built when its cost, extrapolated from the rungs
before it, is affordable: a quadratic operation ends its own ladder.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from judge.authoring.workload import Workload
from judge.generate.oracle import Oracle
from judge.measure.rungs import Bench, Raised, Rung, make_rung
from judge.sandbox import SessionEnded

SHORTEST_BATCH_S = 80e-6
"""Shorter batches drown in the cost of a message."""
CLEAN_SHARE = 0.93
"""A batch whose CPU time is this share of its wall time ran undisturbed."""
MOST_COPIES = 512


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is spent on one ladder."""

    rounds: int
    batches: int
    batch_s: float
    longest_batch_s: float
    longest_build_s: float


QUICK = Effort(rounds=2, batches=2, batch_s=0.5e-3, longest_batch_s=0.06, longest_build_s=0.25)
THOROUGH = Effort(rounds=4, batches=3, batch_s=1e-3, longest_batch_s=0.2, longest_build_s=0.5)


@dataclass(frozen=True, slots=True)
class Times:
    """CPU seconds per call over n."""

    points: tuple[tuple[int, float], ...]
    stopped: str
    """Why the ladder ended before its planned end; empty where it did not."""
    ended: SessionEnded | None = None
    """The worker's ending, where a limit stopped it."""
    at_n: int = 0


@dataclass
class _Standing:
    """A rung that stands in the worker."""

    rung: Rung
    slot: int
    copies: int
    repeat: int
    window: int
    """Calls of the batch in one run: all, or a part that moves along, so that a cycle stays a cycle."""
    first: int = 0
    samples: list[tuple[float, float]] = field(default_factory=list)
    fresh: bool = True

    @property
    def calls(self) -> int:
        return self.window * self.copies * self.repeat


CheckResults = Callable[[Rung, int, list[object]], None]
"""Called with the rung, how many calls of the batch ran, and their results."""


def time_ladder(
    bench: Bench,
    oracle: Oracle,
    workload: Workload,
    sizes: Sequence[int],
    effort: Effort,
    *,
    seed: int,
    until: float,
    check: CheckResults | None = None,
) -> Times:
    """Time the workload at these sizes, as far as they are affordable.

    `check` is handed the results of the first run at each size, and may raise. Raises Raised with `at_n`.
    """
    standing: list[_Standing] = []
    history: list[tuple[int, float, float]] = []  # n, seconds per call, seconds of the build
    stopped = ""
    try:
        for n in sizes:
            if time.perf_counter() > until and len(standing) >= 3:
                stopped = "the time budget was spent"
                break
            stopped = _too_dear(history, n, effort)
            if stopped:
                break
            started = time.perf_counter()
            most = _affordable_calls(history, n, effort)
            rung = make_rung(oracle, workload, n, seed)
            if not rung.keeps_size:
                rung = rung.cut(most)
            one = _stand(bench, rung, min(most, rung.calls), len(standing), effort, check)
            history.append((n, one[1], one[2]))
            if one[0] is not None:
                standing.append(one[0])
            if time.perf_counter() - started > 4 * effort.longest_build_s:
                stopped = "building the next size would take too long"
                break
        _visit(bench, standing, effort, until)
    except SessionEnded as ended:
        at = sizes[min(len(history), len(sizes) - 1)]
        bench.close()
        return Times(_points(standing), "a limit ended the worker", ended, at)
    for one_rung in standing:
        bench.ask("measure.drop", one_rung.slot)
    return Times(_points(standing), stopped)


def _too_dear(history: list[tuple[int, float, float]], n: int, effort: Effort) -> str:
    if not history:
        return ""
    last, per_call, build = history[-1]
    step = n / last
    if build * step ** (_slope(history, 2) + 0.2) > effort.longest_build_s:
        return "building the next size would take too long"
    if per_call * step ** (_slope(history, 1) + 0.2) > effort.longest_batch_s:
        return "a call at the next size would take too long"
    return ""


def _slope(history: list[tuple[int, float, float]], column: int) -> float:
    if len(history) < 2:
        return 1.0
    early, late = history[-2], history[-1]
    ratio = max(late[column], 1e-9) / max(early[column], 1e-9)
    return max(0.0, math.log(ratio) / math.log(late[0] / early[0]))


def _affordable_calls(history: list[tuple[int, float, float]], n: int, effort: Effort) -> int:
    if not history:
        return 1 << 30
    last, per_call, _ = history[-1]
    ahead = per_call * (n / last) ** (_slope(history, 1) + 0.2)
    return max(1, int(effort.longest_batch_s / 2 / max(ahead, 1e-9)))


def _stand(
    bench: Bench, rung: Rung, window: int, slot: int, effort: Effort, check: CheckResults | None
) -> tuple[_Standing | None, float, float]:
    """Build a rung and probe it; return it (None if too short to time), s per call, s of the build."""
    try:
        started = time.perf_counter()
        bench.ask("measure.build", slot, rung.form)
        build_s = time.perf_counter() - started
        one = _Standing(rung, slot, 1, 1, window)
        bench.ask("measure.fill", slot, 1)
        cold = _run(bench, one)[0]
        if check is not None:
            results = bench.ask("measure.results", slot).get("r")
            check(rung, window, results if isinstance(results, list) else [])
        warm = cold
        if cold < effort.longest_batch_s / 4:
            _restore(bench, one)
            warm = min(cold, _run(bench, one)[0])
    except Raised as error:
        error.at_n = rung.n  # type: ignore[attr-defined]
        raise
    times = max(1, round(effort.batch_s / max(warm, 1e-7)))
    if rung.keeps_size and window == rung.calls:
        for _ in range(4):  # a single call is too short to read: grow the batch until it is not
            one.repeat = max(1, min(times, one.repeat * 64, 1 << 20))
            warm = _run(bench, one)[0] / one.repeat
            times = max(1, round(effort.batch_s / max(warm, 1e-9)))
            if one.repeat >= times / 1.5:
                break
    elif rung.functional:
        one.copies = min(times, MOST_COPIES)
    elif warm < SHORTEST_BATCH_S:
        bench.ask("measure.drop", slot)
        return None, warm / window, build_s
    return one, warm / window, build_s


def _run(bench: Bench, one: _Standing) -> tuple[float, float]:
    if one.window < one.rung.calls:
        bench.ask("measure.aim", one.slot, one.first, one.window)
        one.first += one.window
    one.fresh = False
    return bench.time_run(one.slot, one.repeat)


def _restore(bench: Bench, one: _Standing) -> None:
    """Bring the state back to size n and the batch back to unused arguments."""
    rung = one.rung
    if one.fresh or rung.keeps_size:
        one.fresh = True
        return
    if rung.has_undo:
        bench.ask("measure.undo", one.slot)
    elif not rung.functional:
        bench.ask("measure.build", one.slot, rung.form)
    bench.ask("measure.fill", one.slot, one.copies)
    one.fresh = True


def _visit(bench: Bench, standing: list[_Standing], effort: Effort, until: float) -> None:
    for turn in range(effort.rounds):
        for one in standing if turn % 2 == 0 else standing[::-1]:
            for at in range(effort.batches):
                late = time.perf_counter() > until and len(one.samples) >= 2
                long = one.samples and one.samples[-1][0] > effort.longest_batch_s / 4 and at
                if late or long:
                    break
                try:
                    _restore(bench, one)
                    sample = _run(bench, one)
                except Raised as error:
                    error.at_n = one.rung.n  # type: ignore[attr-defined]
                    raise
                one.samples.append(sample)


def _points(standing: list[_Standing]) -> tuple[tuple[int, float], ...]:
    return tuple(
        (one.rung.n, estimate_s(one.samples) / one.calls) for one in standing if one.samples
    )


def estimate_s(samples: Sequence[tuple[float, float]]) -> float:
    """Estimate a batch's CPU seconds from (cpu, wall) samples.

    The least of the undisturbed ones; where fewer than two are, a low quantile of those that are not
    implausibly short.
    """
    clean = [cpu for cpu, wall in samples if cpu >= CLEAN_SHARE * wall]
    if len(clean) >= 2:
        return min(clean)
    middle = median(cpu for cpu, _ in samples)
    kept = sorted(cpu for cpu, _ in samples if cpu > 0.6 * middle)
    return kept[len(kept) // 5]
