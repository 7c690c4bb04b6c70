"""Memory over a ladder of n, from the worker's allocation counts (tracemalloc), in a run of its own."""

from __future__ import annotations

from judge.authoring.workload import Workload
from judge.generate.oracle import Oracle
from judge.judgement import OperationCost
from judge.measure.fit import FLAT, fit_growth
from judge.measure.measurement import (
    STATUS_EXCEEDED,
    STATUS_INCONCLUSIVE,
    STATUS_NOT_MEASURED,
    STATUS_WITHIN,
)
from judge.measure.rungs import Bench, Raised, read_count
from judge.measure.workloads import growth_allowed
from judge.sandbox import SessionEnded
from judge.spec.bounds import CONSTANT, LADDER, Growth, letter_of
from judge.spec.problem import Bound
from judge.wire.errors import MALFORMED

SIZES = (256, 512, 1024, 2048, 4096, 8192, 16_384)
FURTHER = (32_768, 65_536)
"""Sizes that are looked at where memory jumped at the last one."""
MOST_S = 0.25
MOST_FURTHER_S = 1.0
"""Seconds of a size after which no larger one is tried; the second where memory jumped."""
SMALL_BYTES = 4_096
"""Interpreter noise: caches, a resized dict of the module. Growth below this is none."""

JUMP = 6.0
"""A doubling of n at which memory grows by more than this: a set that is replaced grows by four, or by five
while the old one is still there."""
LEVEL = 1.05
LEVEL_SIZES = 3
"""So many doublings of n between which memory stays within this factor: no table that doubles does."""


def measure_space(
    bench: Bench,
    oracle: Oracle,
    workloads: tuple[Workload, ...],
    bound: Bound,
    seed: int,
    until: float,
) -> tuple[OperationCost, ...]:
    """Return how memory grows: of the whole state for a class, on top of the arguments for a function.

    The worst of the problem's workloads. Never raises for what a submission does; ProblemError for a bound
    that is not understood.
    """
    best: OperationCost | None = None
    for workload in workloads:
        if best is not None and bench.now() > until:
            break
        cost = _measure_shape(bench, oracle, workload, bound, seed)
        if cost is not None and (best is None or _rank(cost) > _rank(best)):
            best = cost
    if best is None:
        best = OperationCost(
            "space", bound.text, "", STATUS_NOT_MEASURED, 0.0, reason="no workload could be traced"
        )
    return (best,)


def _rank(cost: OperationCost) -> tuple[bool, float]:
    return cost.status == STATUS_EXCEEDED, cost.points[-1][1] if cost.points else 0.0


def _measure_shape(
    bench: Bench, oracle: Oracle, workload: Workload, bound: Bound, seed: int
) -> OperationCost | None:
    points: list[tuple[int, float]] = []
    for n in (*SIZES, *FURTHER):
        if not workload.smallest <= n <= workload.largest:
            continue
        if n in FURTHER and not _last_jump(points):
            break
        started = bench.now()
        try:
            rung = bench.rung(oracle, workload, n, seed).cut(256)
            reply = bench.ask("measure.space", rung.form)
            held, peak = read_count(reply["state"]), read_count(reply["peak"])
        except (Raised, SessionEnded, *MALFORMED):
            bench.close()
            break
        points.append((n, max(SMALL_BYTES, peak + (0.0 if rung.functional else held))))
        if bench.now() - started > (MOST_S if n < SIZES[-1] else MOST_FURTHER_S):
            break
    if len(points) < 4:
        return None
    allowed = growth_allowed(bound, workload)
    growth = classify_memory(points)
    status = STATUS_WITHIN
    if growth > allowed:
        # tables double: only a whole power of n beyond the bound is believed
        far = growth.exponential or growth.power >= allowed.power + 0.5
        status = STATUS_EXCEEDED if far else STATUS_INCONCLUSIVE
    elif 0 < len(points) - LEVEL_SIZES < _last_jump(points):
        status = STATUS_INCONCLUSIVE
    letter = letter_of(bound.text, workload.parameter)
    return OperationCost(
        operation="space",
        required=bound.text,
        measured=growth.text(letter),
        status=status,
        confidence=0.99 if status != STATUS_INCONCLUSIVE else 0.5,
        points=tuple(points),
        shape=f"{workload.operation}: {workload.shape}",
        growth=f"at {letter} = {points[-1][0]:,} about {points[-1][1] / 1024:,.0f} KiB",
        reason="" if status != STATUS_INCONCLUSIVE else "memory grows in steps: near the bound",
        letter=letter,
    )


def _last_jump(points: list[tuple[int, float]]) -> int:
    """Return at which point memory last grew as no class does; 0 where it never did."""
    pairs = enumerate(zip(points, points[1:], strict=False), 1)
    return max((at for at, (before, after) in pairs if after[1] > JUMP * before[1]), default=0)


def classify_memory(points: list[tuple[int, float]]) -> Growth:
    """The lowest class that fits within a quarter of the best, over points that grow in steps."""
    jump = _last_jump(points)
    if len(points) - jump >= LEVEL_SIZES:
        points = points[jump:]  # another way is taken from there on
    if points[-1][1] <= SMALL_BYTES * 2 or points[-1][1] < points[0][1] * (1 + FLAT):
        return CONSTANT
    last = [held for _, held in points[-LEVEL_SIZES:]]
    if max(last) <= LEVEL * min(last):  # a buffer that was filled up on the way
        return CONSTANT
    fits = [fit_growth(points, g) for g in LADDER if not g.exponential and g.logs == 0]
    best = min(fit.residual for fit in fits)
    return next(fit.growth for fit in fits if fit.residual <= max(1.25 * best, 0.1))
