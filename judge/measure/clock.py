"""CPU time over a ladder of n, read from outside while the worker is blocked.

All rungs of a ladder stand in the worker at once, and are visited in rounds, up and down, so that a drift
of the machine hits every rung alike. A rung is only built when its cost, extrapolated from the rungs
before it, is affordable: a quadratic operation ends its own ladder.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from judge.authoring.workload import Workload
from judge.generate.oracle import Oracle
from judge.measure.rungs import SHORT_CYCLE, Bench, Raised, Rung, make_rung
from judge.sandbox import SessionEnded

SHORTEST_BATCH_S = 80e-6
"""Shorter batches drown in the cost of a message."""
CLEAN_SHARE = 0.93
"""A batch whose CPU time is this share of its wall time ran undisturbed."""
MOST_COPIES = 512
MOST_ELEMENTS = 1 << 16
"""Elements of all copies of a function's arguments."""
MOST_STATES = 32
STEEP = 3.5
"""A log-log slope beyond this may be an exponential's, and is only approached in small steps."""
LONGEST_CHECK_S = 1.0
"""CPU seconds that comparing the results at the largest size may be expected to take, where the ladder
ended before it: far more than a rung may, so that noise ends a ladder but not what is compared."""
CHECKED_SLOT = -2
DEAR_VISIT_S = 0.03
"""A visit that takes longer, with what restores the state, is made twice at the most."""


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
    spread: tuple[tuple[float, float], ...]
    """The middle four fifths of what was sampled at each point."""
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
    restore_s: float = 0.0

    @property
    def one_pass(self) -> bool:
        """A long batch is run once on each state: a second pass may not be what was asked for."""
        return self.rung.keeps_size and self.rung.calls > SHORT_CYCLE

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

    `check` is handed the results of the first run at each size, and may raise; those at the largest size also
    where the ladder ended before it, so that the load of the machine does not decide what is looked at.
    Raises Raised with `at_n`.
    """
    standing: list[_Standing] = []
    history: list[tuple[int, float, float]] = []  # n, seconds per call, seconds of the build
    stopped = ""
    try:
        bench.open()  # or the first build would be charged with it
        for n in sizes:
            if bench.now() > until and len(standing) >= 3:
                stopped = "the time budget was spent"
                break
            stopped = _too_dear(history, n, effort)
            if stopped and len(standing) >= 4:
                break
            if stopped:
                # steps of four end early: fill in the sizes between
                n = next((m for m in _between(history, n) if not _too_dear(history, m, effort)), 0)
                if not n:
                    break
            started = bench.now()
            most = _affordable_calls(history, n, effort)
            rung = make_rung(oracle, workload, n, seed)
            if not rung.keeps_size:
                rung = rung.cut(most)
            window = min(most, rung.calls)
            if rung.keeps_size and history:
                window = min(window, _slice_of_pass(rung, history[-1][1], effort))
            one = _stand(bench, rung, window, len(standing), effort, check)
            history.append((n, one[1], one[2]))
            if one[0] is not None:
                standing.append(one[0])
            if bench.now() - started > 4 * effort.longest_build_s:
                stopped = "building the next size would take too long"
                break
        _visit(bench, standing, effort, until)
        if check is not None and stopped:
            _check_largest(bench, make_rung(oracle, workload, sizes[-1], seed), history, check)
    except SessionEnded as ended:
        at = getattr(ended, "at_n", sizes[min(len(history), len(sizes) - 1)])
        bench.close()
        return Times(*_points(standing), "a limit ended the worker", ended, at)
    # All at once: what stays is gone through each time that garbage is collected
    bench.ask("measure.drop", [one.slot for one in standing])
    return Times(*_points(standing), stopped)


def _between(history: list[tuple[int, float, float]], n: int) -> list[int]:
    last = history[-1][0]
    return [size for size in (last * 2, last * 7 // 5, last * 6 // 5) if last < size < n]


def _slice_of_pass(rung: Rung, per_call: float, effort: Effort) -> int:
    """Calls of one slice, such that all slices that will be run make one pass of a long batch.

    A second pass may cost less than the first (what was asked for once is near the front now), and what
    is counted is the first.
    """
    slices = effort.rounds * effort.batches + 2
    part = -(-rung.calls // slices)
    return part if part * per_call > effort.batch_s else rung.calls


def _too_dear(history: list[tuple[int, float, float]], n: int, effort: Effort) -> str:
    if not history:
        return ""
    last, per_call, build = history[-1]
    step = n / last
    if step > 1.25 and _slope(history, 1) > STEEP:
        return "a call at the next size would take too long"
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
        started = bench.now()
        bench.ask("measure.build", slot, rung.form)
        build_s = bench.now() - started
        one = _Standing(rung, slot, 1, 1, window)
        bench.ask("measure.fill", slot, 1)
        cold = _run(bench, one)[0]
        if check is not None:
            results = bench.ask("measure.results", slot).get("r")
            check(rung, window, results if isinstance(results, list) else [])
        warm = cold
        if window < rung.calls:
            one.samples.append((cold, 0.0))
        if cold < effort.longest_batch_s / 4:
            started = bench.now()
            _restore(bench, one)
            one.restore_s = bench.now() - started
            build_s = max(build_s, one.restore_s)
            again = _run(bench, one)
            warm = min(cold, again[0])
            if window < rung.calls:
                one.samples.append(again)
    except Raised as error:
        error.at_n = rung.n  # type: ignore[attr-defined]
        raise
    if one.one_pass:
        if window == rung.calls:
            one.copies = min(max(1, round(effort.batch_s / max(warm, 1e-7))), MOST_STATES)
    elif rung.keeps_size or rung.functional:
        warm = _lengthen(bench, one, warm, effort)
    elif warm < SHORTEST_BATCH_S:
        bench.ask("measure.drop", [slot])
        return None, warm / window, build_s
    return one, warm / window, build_s


def _lengthen(bench: Bench, one: _Standing, warm: float, effort: Effort) -> float:
    """Repeat the batch until it is long enough to read; return the seconds of one pass.

    A function gets copies of its arguments, as many as a cache holds: more would time the memory. Beyond
    that they are used again, which only concerns functions too quick to have changed them.
    """
    for _ in range(5):
        times = max(1, round(effort.batch_s / max(warm, 1e-8)))
        copies = min(times, MOST_COPIES, max(1, MOST_ELEMENTS // one.rung.n)) if one.rung.functional else 1
        repeat = min(-(-times // copies), one.repeat * 32, 1 << 20)
        if copies <= one.copies and repeat <= one.repeat:
            break
        grown = copies != one.copies
        one.copies, one.repeat = max(copies, one.copies), max(repeat, one.repeat)
        if grown:
            bench.ask("measure.fill", one.slot, one.copies)
        else:
            _restore(bench, one)
        spent = _run(bench, one)[0]
        warm = spent / (one.copies * one.repeat)
        if spent > 0.6 * effort.batch_s:
            break
    return warm


def _check_largest(
    bench: Bench, rung: Rung, history: list[tuple[int, float, float]], check: CheckResults
) -> None:
    """Compare the results of a size that was not timed, unless that would take really long."""
    last, per_call, build = history[-1]
    step = rung.n / last
    ahead = build * step ** (_slope(history, 2) + 0.2)
    ahead += rung.calls * per_call * step ** (_slope(history, 1) + 0.2)
    if step <= 1 or ahead > LONGEST_CHECK_S:
        return
    try:
        bench.ask("measure.build", CHECKED_SLOT, rung.form)
        bench.ask("measure.fill", CHECKED_SLOT, 1)
        results = bench.ask("measure.check", CHECKED_SLOT).get("r")
        bench.ask("measure.drop", [CHECKED_SLOT])
    except (Raised, SessionEnded) as error:
        error.at_n = rung.n  # type: ignore[union-attr]
        raise
    check(rung, rung.calls, results if isinstance(results, list) else [])


def _run(bench: Bench, one: _Standing) -> tuple[float, float]:
    if one.window < one.rung.calls:
        bench.ask("measure.aim", one.slot, one.first, one.window)
        one.first += one.window
    one.fresh = False
    return bench.time_run(one.slot, one.repeat)


def _restore(bench: Bench, one: _Standing) -> None:
    """Bring the state back to size n and the batch back to unused arguments."""
    rung = one.rung
    moves_along = one.one_pass and one.window < rung.calls
    if one.fresh or moves_along or (rung.keeps_size and not one.one_pass):
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
                late = bench.now() > until and len(one.samples) >= 2
                long = one.samples and one.samples[-1][0] > effort.longest_batch_s / 4 and at
                spent = one.restore_s + (one.samples[-1][0] if one.samples else 0.0)
                dear = spent > DEAR_VISIT_S and (at or turn > 1)
                if late or long or dear:
                    break
                try:
                    _restore(bench, one)
                    sample = _run(bench, one)
                except Raised as error:
                    error.at_n = one.rung.n  # type: ignore[attr-defined]
                    raise
                one.samples.append(sample)


Points = tuple[tuple[int, float], ...]
Spread = tuple[tuple[float, float], ...]


def _points(standing: list[_Standing]) -> tuple[Points, Spread]:
    sampled = [one for one in standing if one.samples]
    points = tuple((one.rung.n, _estimate(one) / one.calls) for one in sampled)
    return points, tuple(_middle(one, seconds) for one, (_, seconds) in zip(sampled, points, strict=True))


def _middle(one: _Standing, seconds: float) -> tuple[float, float]:
    """The range of the samples per call without the lowest and the highest tenth; the estimate is inside."""
    ordered = sorted(cpu / one.calls for cpu, _ in one.samples)
    cut = len(ordered) // 10
    return min(seconds, ordered[cut]), max(seconds, ordered[-1 - cut])


def _estimate(one: _Standing) -> float:
    """Slices of one pass are parts of a whole: their mean; repeated batches are tries of the same."""
    if one.window < one.rung.calls:
        return sum(cpu for cpu, _ in one.samples) / len(one.samples)
    return estimate_s(one.samples)


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
