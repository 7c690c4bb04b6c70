"""Measures one submission: every bound of the problem, within a budget of time.

For each operation: counts of its shapes, since they are cheap and exact; where they accuse, the clock must
agree; where they do not, a quick look by the clock at every shape, and a longer one where it grows faster
than the counts. What exceeds its bound is measured again in a fresh worker before it is
said. A failure at a large size is repeated alone, in a fresh worker, too.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from threading import Lock

from judge.authoring.workload import Workload
from judge.errors import ProblemError
from judge.generate.oracle import Oracle
from judge.judgement import OperationCost
from judge.measure.ahead import Counted, CountsAhead, Operation, share_of
from judge.measure.answers import Answers
from judge.measure.counting import NO_TIME
from judge.measure.growth_words import growth_words
from judge.measure.hot_line import find_hot_line
from judge.measure.measurement import (
    STATUS_EXCEEDED,
    STATUS_INCONCLUSIVE,
    STATUS_NOT_MEASURED,
    STATUS_WITHIN,
    Budget,
    LargeFailure,
    Measurement,
)
from judge.measure.noise import idle_ticks, measure_noise, noise_words, quiet_cores
from judge.measure.opening import opener
from judge.measure.rungs import Bench, Patience
from judge.measure.shape import AGAIN_S, Failed, Shape, ShapeMeter
from judge.measure.space import measure_space
from judge.measure.verdicts import SURE, levels_off
from judge.measure.workloads import growth_allowed, load_workloads, no_workload
from judge.sandbox import Sandbox
from judge.spec.bounds import CONSTANT, Growth, letter_of, letters_of
from judge.spec.problem import Bound
from judge.wire.lines import lines_of

Progress = Callable[[int, int, str], None]
"""Called with operations done, operations in all, and the name of the next."""


def measure_submission(
    sandbox: Sandbox,
    oracle: Oracle,
    source: bytes,
    budget: Budget | None = None,
    *,
    progress: Progress | None = None,
    seed: int = 0,
    beside: bool = False,
) -> Measurement:
    """Measure every operation that the problem bounds. Takes at most about the budget.

    `beside`: count on a second core meanwhile, where there is one.

    Raises ProblemError for a workload or bound that is the author's mistake, SandboxError when no worker
    can be opened. Whatever the submission does is in the answer.
    """
    budget = budget or Budget()
    problem = oracle.problem
    workloads = load_workloads(problem)
    started = time.perf_counter()
    patience = Patience()
    until = patience.now() + budget.submission_s
    idle_before = idle_ticks()
    noise = measure_noise()
    cores: list[int | None] = [*quiet_cores(idle_before)] or [None]
    beside = beside and len(cores) > 1
    opened = opener(sandbox, oracle)
    turn = Lock()
    operations = [operation_of(bound, workloads) for bound in problem.bounds]
    costs: list[OperationCost] = []
    space: tuple[OperationCost, ...] = ()
    failure: LargeFailure | None = None
    with (
        Bench(opened, source, cores[0], patience, turn) as timed,
        Bench(opened, source, cores[0], patience, turn) as recounted,
        Bench(opened, problem.reference.read_bytes(), cores[0]) as reference,
        Bench(opened, source, cores[1] if beside else cores[0], None, turn) as counted,
        closing(CountsAhead(counted, oracle, operations, seed, budget, beside=beside)) as ahead,
    ):
        if not beside:
            patience.include(counted)
        answers = Answers(oracle, reference, seed)
        lines = lines_of(source.decode("utf-8", "replace"))
        meter = ShapeMeter(oracle, recounted, timed, answers, seed)
        for at, bound in enumerate(problem.bounds):
            if progress is not None:
                progress(at, len(problem.bounds), bound.operation)
            now = patience.now()
            share = share_of(until - now, len(problem.bounds) - at, budget)
            try:
                mine = ahead.of(at)
                costs.append(measure_operation(meter, bound, mine, lines, now + share, budget.submission_s))
            except Failed as failed:
                failure = failed.failure
                costs.append(_unmeasured(bound, failure.message))
                why = "an operation before it failed"
                costs.extend(_unmeasured(b, why) for b in problem.bounds[at + 1 :])
                break
            ahead.skip(at)
        if problem.space is not None and failure is None:
            space = measure_space(timed, oracle, workloads, problem.space, seed, until)
    cpu_s = counted.spent_s() + recounted.spent_s() + timed.spent_s()
    wall_s = time.perf_counter() - started
    return Measurement(tuple(costs), space, failure, noise, noise_words(noise), cpu_s, wall_s)


def operation_of(bound: Bound, workloads: tuple[Workload, ...]) -> Operation:
    """Return the shapes of one bound with what is allowed in each. Raises ProblemError, also without any."""
    mine = tuple(w for w in workloads if w.operation == bound.operation)
    if not mine:
        raise ProblemError(f"workload.py: {no_workload(bound)}")
    allowed = tuple(growth_allowed(bound, workload, workload.bound) for workload in mine)
    return Operation(mine, allowed, bound.amortized)


def measure_operation(
    meter: ShapeMeter,
    bound: Bound,
    counted: Iterator[Counted],
    lines: list[str],
    until: float,
    budget_s: float = Budget().submission_s,
) -> OperationCost:
    """Measure one bound in all its shapes, until about the time `until`. `lines`: the source's.

    `budget_s`: of the whole submission; what is advised where more time would help is a larger one.

    Raises Failed when the submission fails at some size, ProblemError for the author's mistakes.
    """
    shapes: list[Shape] = []
    known: list[Shape] = []
    level = False
    for shape in _in_turn(_taken(meter, counted, known)):
        if shape.beyond and not any(one.beyond for one in shapes):
            until = max(until, meter.now() + AGAIN_S)  # the shapes before it have not used up its time
        shape = meter.time(shape, until)
        if shape.accused and level and shape.has_few_events and not shape.reading.hidden:
            shape = shape.doubted("as few events of another shape were level further on")
        elif shape.accused and any(_covers(one, shape) for one in known):
            shape = shape.doubted("another shape costs more at every size, and is level")
        elif shape.accused:
            explained = not shape.reading.hidden  # what the clock saw beside level counts is another matter
            shape = meter.confirm(shape, until)
            level = level or (explained and levels_off(shape.counts))
        shapes.append(shape)
        if shape.accused:
            break
    unseen = next((shape.workload.shape for shape in shapes if _is_unseen(shape)), "")
    advice = f"run again with --complexity-budget {max(30, 3 * budget_s):.0f} on a quiet machine"
    return _cost(bound, max(shapes, key=_worst), lines, unseen, advice)


def _taken(meter: ShapeMeter, counted: Iterator[Counted], known: list[Shape]) -> Iterator[Shape]:
    """Yield shapes as they are counted; `known` grows by them."""
    for one in counted:
        shape = meter.take(one)
        known.append(shape)
        yield shape


def _covers(level: Shape, rising: Shape) -> bool:
    """Whether a logarithm stays below what another shape always costs: a tree of fixed depth is searched
    down to its end for what is there, and only as far as it is filled for what is not."""
    reading, points = rising.reading, level.counts.points
    if reading.growth.power or reading.growth.exponential or reading.hidden or len(points) < 3:
        return False
    if level.beyond or level.reading.growth != CONSTANT:
        return False
    return min(events for _, events in points) >= max(events for _, events in rising.counts.points)


def _in_turn(shapes: Iterator[Shape]) -> Iterator[Shape]:
    """Yield shapes as they are counted; from the first on whose counts are beyond the bound, all that are
    left, the worst of them first."""
    for shape in shapes:
        if shape.beyond:
            yield from sorted((shape, *shapes), key=lambda s: (s.beyond, s.reading.growth), reverse=True)
        else:
            yield shape


def _is_unseen(shape: Shape) -> bool:
    """Was there no time for it? What the clock alone says of small sizes is not enough."""
    if shape.counts.points or shape.accused:
        return False
    return not shape.times or shape.counts.reason == NO_TIME


def _worst(shape: Shape) -> tuple[bool, bool, Growth, float]:
    seconds = shape.times[-1][1] if shape.times else 0.0
    doubtful = shape.reading.confidence < SURE
    return shape.accused, doubtful and shape.beyond, shape.reading.growth, seconds


def _cost(bound: Bound, shape: Shape, lines: list[str], unseen: str, advice: str) -> OperationCost:
    """`unseen`: a shape for which there was no time; what it hides cannot be called within."""
    reading, workload = shape.reading, shape.workload
    letter = letter_of(bound.text, workload.parameter)
    allowed = shape.allowed.text(letter)
    status, reason = STATUS_WITHIN, reading.reason
    if shape.accused:
        status = STATUS_EXCEEDED
    elif not shape.times and not shape.counts.points:
        status = STATUS_NOT_MEASURED
    elif unseen or shape.beyond or reading.confidence < 0.8:
        status = STATUS_INCONCLUSIVE
        if unseen:
            reason = f"there was no time for the shape {unseen!r}"
        reason = reason or "the evidence is thin"
        # Time mends no missing cost model
        if unseen or shape.counts.points or shape.counts.reason == NO_TIME:
            reason += f": {advice}"
    growth = growth_words(
        bound.operation,
        letter,
        reading.growth,
        shape.times,
        doubted=status != STATUS_WITHIN and not shape.accused,
    )
    if reading.single:
        n, events = shape.counts.singles[-1]
        mean = shape.counts.points[-1][1]
        growth = (
            f"most calls are cheap, but single ones are not: up to {events:,} steps in one call at "
            f"{letter} = {n:,}, {mean:,.0f} on average"
        )
    hot = find_hot_line(shape.counts, lines, letter) if reading.growth.power or shape.accused else None
    if reading.hidden and status == STATUS_EXCEEDED:
        hot = None  # the line's counts are what did not explain the time
    return OperationCost(
        operation=bound.operation,
        required=bound.text,
        measured=reading.growth.text(letter),
        status=status,
        confidence=reading.confidence,
        points=shape.times,
        spread=shape.spread,
        amortized=bound.amortized,
        shape=workload.shape,
        growth=growth,
        line=hot.number if hot else 0,
        line_words=hot.words if hot else "",
        reason=reason if status != STATUS_EXCEEDED else "",
        letter=letter,
        allowed=allowed if letter not in letters_of(bound.text) and allowed != bound.text else "",
    )


def _unmeasured(bound: Bound, reason: str) -> OperationCost:
    return OperationCost(
        bound.operation, bound.text, "", STATUS_NOT_MEASURED, 0.0, amortized=bound.amortized, reason=reason
    )
