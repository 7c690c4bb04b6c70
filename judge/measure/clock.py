"""CPU time over a ladder of n, read from outside while the worker is blocked.

All rungs of a ladder stand in the worker at once, and are visited in rounds, up and down, so that a drift
of the machine hits every rung alike. A rung is only built when its cost, extrapolated from the rungs
before it, is affordable: a quadratic operation ends its own ladder.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from judge.authoring.workload import Workload
from judge.generate.oracle import Oracle
from judge.measure.rungs import Bench, Raised, Rung
from judge.measure.standing import CheckResults, Effort, Standing, stand
from judge.sandbox import SessionEnded

STEEP = 3.5
"""A log-log slope beyond this may be an exponential's, and is only approached in small steps."""
LONGEST_CHECK_S = 1.0
"""CPU seconds that comparing the results at the largest size may be expected to take, where the ladder
ended before it: far more than a rung may, so that noise ends a ladder but not what is compared."""
STEP_OF_CHECKS = 8
"""Sizes that are only compared grow by this factor at the most: a build that becomes a square is seen to."""
CHECKED_SLOT = -2
DEAR_VISIT_S = 0.03
"""A visit that takes longer, with what restores the state, is made twice at the most."""


QUICK = Effort(rounds=2, batches=2, batch_s=0.5e-3, longest_batch_s=0.06, longest_build_s=0.25)
THOROUGH = Effort(rounds=4, batches=3, batch_s=1e-3, longest_batch_s=0.2, longest_build_s=0.5)

Points = tuple[tuple[int, float], ...]
Spread = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Times:
    """CPU seconds per call over n."""

    points: Points
    spread: Spread
    """The middle four fifths of what was sampled at each point."""
    stopped: str
    """Why the ladder ended before its planned end; empty where it did not."""
    parts: frozenset[int] = frozenset()
    """Sizes at which only the first calls of a batch were run, whose mean may be another."""
    ended: SessionEnded | None = None
    """The worker's ending, where a limit stopped it."""
    at_n: int = 0

    def beside(self, other: Times) -> Times:
        """Return the quicker of two looks at each size: what disturbs a machine only ever adds."""
        best = {n: (seconds, spread, n in self.parts) for n, seconds, spread in self._rows()}
        for n, seconds, spread in other._rows():
            if n not in best or seconds < best[n][0]:
                best[n] = (seconds, spread, n in other.parts)
        rows = sorted(best.items())
        return replace(
            other,
            points=tuple((n, seconds) for n, (seconds, _, _) in rows),
            spread=tuple(spread for _, (_, spread, _) in rows),
            parts=frozenset(n for n, (_, _, part) in rows if part),
        )

    def _rows(self) -> Iterator[tuple[int, float, tuple[float, float]]]:
        for (n, seconds), spread in zip(self.points, self.spread, strict=True):
            yield n, seconds, spread

    def telling(self) -> tuple[Points, Spread]:
        """Return points and spread without parts of batches that were quicker than a smaller size: those
        end before what is slow begins."""
        kept: list[int] = []
        for at, (n, seconds) in enumerate(self.points):
            if n not in self.parts or not kept or seconds >= self.points[kept[-1]][1]:
                kept.append(at)
        return tuple(self.points[at] for at in kept), tuple(self.spread[at] for at in kept)


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
    standing: list[Standing] = []
    history: list[tuple[int, float, float]] = []  # n, seconds per call, seconds of the build
    stopped, cut = "", set()
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
            rung = bench.rung(oracle, workload, n, seed)
            if not rung.keeps_size:
                if most < rung.calls:
                    cut.add(n)
                rung = rung.cut(most)
            window = min(most, rung.calls)
            if rung.keeps_size and history:
                window = min(window, _slice_of_pass(rung, history[-1][1], effort))
            one = stand(bench, rung, window, len(standing), effort, check)
            history.append((n, one[1], one[2]))
            if one[0] is not None:
                standing.append(one[0])
            if bench.now() - started > 4 * effort.longest_build_s:
                stopped = "building the next size would take too long"
                break
        _visit(bench, standing, effort, until)
        while check is not None and stopped and history[-1][0] < sizes[-1]:
            n = min(sizes[-1], STEP_OF_CHECKS * history[-1][0])
            if not _check_larger(bench, bench.rung(oracle, workload, n, seed), history, check):
                break
    except SessionEnded as ended:
        at = getattr(ended, "at_n", sizes[min(len(history), len(sizes) - 1)])
        bench.close()
        return Times(*_points(standing), "a limit ended the worker", _parts(standing, cut), ended, at)
    # All at once: what stays is gone through each time that garbage is collected
    bench.ask("measure.drop", [one.slot for one in standing])
    return Times(*_points(standing), stopped, _parts(standing, cut))


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


def _check_larger(
    bench: Bench, rung: Rung, history: list[tuple[int, float, float]], check: CheckResults
) -> bool:
    """Compare the results of a size that was not timed; False where that would take really long."""
    last, per_call, build = history[-1]
    step = rung.n / last
    # From end to end: between two sizes that are close, noise would decide
    wide = [history[0], history[-1]] if last >= 4 * history[0][0] else []
    ahead = build * step ** (_slope(wide, 2) + 0.2)
    ahead += rung.calls * per_call * step ** (_slope(wide, 1) + 0.2)
    if ahead > LONGEST_CHECK_S:
        return False
    try:
        before_s = bench.spent_s()
        bench.ask("measure.build", CHECKED_SLOT, rung.form)
        built_s = bench.spent_s() - before_s
        bench.ask("measure.fill", CHECKED_SLOT, 1)
        results = bench.ask("measure.check", CHECKED_SLOT).get("r")
        ran_s = bench.spent_s() - before_s - built_s
        bench.ask("measure.drop", [CHECKED_SLOT])
    except (Raised, SessionEnded) as error:
        error.at_n = rung.n  # type: ignore[union-attr]
        raise
    check(rung, rung.calls, results if isinstance(results, list) else [])
    history.append((rung.n, ran_s / rung.calls, built_s))
    return True


def _visit(bench: Bench, standing: list[Standing], effort: Effort, until: float) -> None:
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
                    one.restore(bench)
                    sample = one.run(bench)
                except Raised as error:
                    error.at_n = one.rung.n  # type: ignore[attr-defined]
                    raise
                one.samples.append(sample)


def _parts(standing: list[Standing], cut: set[int]) -> frozenset[int]:
    return frozenset(cut | {one.rung.n for one in standing if not one.is_whole})


def _points(standing: list[Standing]) -> tuple[Points, Spread]:
    sampled = [one for one in standing if one.samples]
    points = tuple((one.rung.n, one.estimate() / one.calls) for one in sampled)
    return points, tuple(one.spread(seconds) for one, (_, seconds) in zip(sampled, points, strict=True))
