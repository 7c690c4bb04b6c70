"""Measures one shape of one operation: counts, then times, then both again where they accuse."""

from __future__ import annotations

from dataclasses import dataclass, replace

from judge.authoring.workload import Workload, WorkloadError
from judge.errors import ProblemError
from judge.generate.oracle import Oracle
from judge.measure.ahead import Counted, count_shape
from judge.measure.answers import Answers, WrongWhenLarge
from judge.measure.clock import QUICK, THOROUGH, Times, time_ladder
from judge.measure.counting import FEW_EVENTS, NO_COUNTS, Counts
from judge.measure.fit import classify, fit_growth
from judge.measure.measurement import LargeFailure
from judge.measure.rungs import Bench, Raised, Rung
from judge.measure.standing import Effort
from judge.measure.verdicts import (
    SURE,
    UNSURE,
    Evidence,
    Reading,
    levels_off,
    needs_longer_look,
    read_evidence,
    read_singles,
)
from judge.sandbox import SessionEnded
from judge.spec.bounds import CONSTANT, Growth
from judge.verdict import Verdict
from judge.wire.errors import NOT_AN_ANSWER, WireError

LARGEST_N = 1 << 14
LARGEST_THOROUGH_N = 1 << 16
AGAIN_S = 1.0
"""What confirming an accusation may take at least, however little of the budget is left."""
SPAN = 64
"""A ladder spans at least this factor in n where it can."""
MOST_EVENTS_PER_CALL = 200_000.0
MOST_EVENTS_BUILT = 600_000.0
THOROUGH_FACTOR = 20
"""Events may be moves in memory, which are quick: the thorough ladder lets the clock end it instead."""


class Failed(Exception):
    """The submission failed at a large size, and again when that was repeated."""

    def __init__(self, failure: LargeFailure) -> None:
        super().__init__(failure.message)
        self.failure = failure


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known so far of one workload."""

    workload: Workload
    allowed: Growth
    amortized: bool
    counts: Counts
    times: tuple[tuple[int, float], ...]
    spread: tuple[tuple[float, float], ...]
    reading: Reading
    thorough: bool = False
    """Whether it took the thorough ladder to see this."""

    @property
    def beyond(self) -> bool:
        return self.reading.growth > self.allowed

    @property
    def accused(self) -> bool:
        return self.beyond and self.reading.confidence >= SURE

    @property
    def acquitted(self) -> bool:
        return not self.beyond and self.reading.confidence >= SURE

    @property
    def has_few_events(self) -> bool:
        return bool(self.counts.points) and self.counts.points[-1][1] < FEW_EVENTS

    def doubted(self, why: str) -> Shape:
        """The same with a reading that is believed no more."""
        return replace(self, reading=replace(self.reading, confidence=UNSURE, reason=why))


class ShapeMeter:
    """Measures shapes that are counted: one worker for times, and another for the counts of a second look."""

    def __init__(self, oracle: Oracle, recounted: Bench, timed: Bench, answers: Answers, seed: int) -> None:
        self._oracle, self._answers, self._seed = oracle, answers, seed
        self._recounted, self._timed = recounted, timed

    def now(self) -> float:
        """Return the time by the clock that `until` is meant in."""
        return self._timed.now()

    def take(self, counted: Counted) -> Shape:
        """Return what was counted as a shape; the reading is preliminary. Raises Failed, ProblemError."""
        self._timed.patience.charge(counted.elsewhere_s)
        workload, counts = counted.workload, counted.counts
        if isinstance(counted.error, WorkloadError):
            raise self._author(counted.error) from counted.error
        if counted.error is not None:
            self._fail_if_repeated(workload, counted.error)
            counts = replace(NO_COUNTS, reason="the rewritten submission did not behave like the original")
        growth = classify(counts.points)[0] if len(counts.points) >= 3 else CONSTANT
        if not counted.amortized:
            growth = max(growth, read_singles(counts))
        reading = Reading(growth, UNSURE, False, 0.0, "not timed")
        return Shape(workload, counted.allowed, counted.amortized, counts, (), (), reading)

    def time(self, shape: Shape, until: float) -> Shape:
        """Time the shape, longer where a quick look is not enough. Raises Failed, ProblemError."""
        quick = self._timed_with(shape, QUICK, until)
        evidence = Evidence(quick.counts, quick.times, False, shape.amortized)
        if needs_longer_look(quick.reading, evidence, shape.allowed) and self._timed.now() < until:
            return self._timed_thoroughly(shape, until)
        return quick

    def confirm(self, shape: Shape, until: float) -> Shape:
        """Measure an accused shape again in fresh workers; doubt it unless it is accused again.

        Few events are counted to the end now: a table that starts large fills up over the whole first
        ladder, and is level only then. Where a fresh look is sure of the opposite, and a second one too, the
        first was the machine's noise, and is forgotten. Each look draws other random numbers, and what draws
        any must be accused with three seeds: an unlucky multiplier or pivot is not the algorithm's.
        """
        try:
            again = self._look_again(shape, until, 1)
            if again.accused and self._timed.draws:
                again = self._look_again(shape, until, 2)
            if again.accused or levels_off(again.counts):
                return again
            if again.acquitted:
                once_more = self._look_again(shape, until, 3)
                if once_more.acquitted:
                    return once_more
        finally:
            self._begin_anew(0)
        return replace(again, reading=shape.reading).doubted("the excess did not repeat in a fresh worker")

    def _begin_anew(self, chance: int) -> None:
        """Have fresh workers from now on, in which the submission draws with another seed."""
        for bench in (self._recounted, self._timed):
            bench.close()
            bench.chance = chance

    def _look_again(self, shape: Shape, until: float, chance: int) -> Shape:
        self._begin_anew(chance)
        ends = max(until, self._timed.now() + AGAIN_S)
        counted = count_shape(
            self._recounted, self._oracle, shape.workload, shape.allowed, shape.amortized,
            seed=self._seed, until=ends, to_the_end=True,
        )  # fmt: skip
        again = self.take(counted)
        ends = max(until, self._timed.now() + AGAIN_S)  # counting to the end took time of its own
        if not shape.thorough:
            quick = self._timed_with(again, QUICK, ends)
            if quick.accused or quick.acquitted:
                return quick
        return self._timed_thoroughly(again, ends)

    # -- timing -------------------------------------------------------------------------------------

    def _timed_with(self, shape: Shape, effort: Effort, until: float) -> Shape:
        return self._read(shape, self._ladder(shape, effort, until), effort)

    def _timed_thoroughly(self, shape: Shape, until: float) -> Shape:
        """Climb the thorough ladder, and again where the clock leaves a doubt that more samples could end."""
        times = self._ladder(shape, THOROUGH, until)
        first = self._read(shape, times, THOROUGH)
        if not first.reading.of_clock:
            return first
        ends = max(until, self._timed.now() + AGAIN_S)
        return self._read(shape, times.beside(self._ladder(shape, THOROUGH, ends)), THOROUGH)

    def _ladder(self, shape: Shape, effort: Effort, until: float) -> Times:
        workload = shape.workload
        name = f"{workload.operation}/{workload.shape}"
        sizes = choose_sizes(workload, shape.counts, effort is THOROUGH)

        def check(rung: Rung, calls: int, results: list[object]) -> None:
            self._answers.check(name, rung, calls, results)

        try:
            times = time_ladder(
                self._timed, self._oracle, workload, sizes, effort,
                seed=self._seed, until=until, check=check,
            )  # fmt: skip
        except WorkloadError as error:
            raise self._author(error) from error
        except (Raised, WrongWhenLarge, WireError) as error:
            self._timed.close()
            self._fail_if_repeated(workload, error)
            times = Times((), (), "a failure that did not repeat")
        if times.ended is not None:
            times.ended.at_n = times.at_n  # type: ignore[attr-defined]
            self._fail_if_repeated(workload, times.ended)
        return times

    def _read(self, shape: Shape, times: Times, effort: Effort) -> Shape:
        evidence = Evidence(shape.counts, times.points, effort is THOROUGH, shape.amortized, times.parts)
        reading = read_evidence(evidence, shape.allowed)
        found = replace(shape, reading=reading, thorough=effort is THOROUGH)
        points, spread = times.telling() if found.accused else (times.points, times.spread)
        return replace(found, times=points, spread=spread)

    # -- failures -----------------------------------------------------------------------------------

    def _author(self, error: WorkloadError) -> ProblemError:
        return ProblemError(f"{self._oracle.problem.folder / 'workload.py'}: {error}")

    def _fail_if_repeated(self, workload: Workload, error: Exception) -> None:
        """Run the failing size alone in a fresh worker; raise Failed when it fails again."""
        n = getattr(error, "at_n", 0) or getattr(error, "n", 0)
        if not n:
            return
        bench = self._timed
        bench.close()
        if describe_failure(error, workload, n) is None:
            return
        rung = bench.rung(self._oracle, workload, n, self._seed)
        try:
            bench.ask("measure.build", 0, rung.form)
            bench.ask("measure.fill", 0, 1)
            results = bench.ask("measure.check", 0).get("r")
            name = f"{workload.operation}/{workload.shape}"
            self._answers.check(name, rung, rung.calls, results if isinstance(results, list) else [])
            bench.ask("measure.drop", [0])
        except (Raised, SessionEnded, WrongWhenLarge, WireError) as again:
            bench.close()
            failure = describe_failure(again, workload, n)
            if failure is not None:
                self._answers.require(rung, f"{workload.operation}, {workload.shape!r}")
                raise Failed(failure) from again


def describe_failure(error: Exception, workload: Workload, n: int) -> LargeFailure | None:
    """Return a repeated failure for the contestant, or None for a mere slowness."""
    where = f"at n = {n:,} ({workload.operation}, {workload.shape})"
    verdict = Verdict.RTE
    if isinstance(error, WrongWhenLarge):
        verdict, text = Verdict.WA, f"wrong only when large, {error}"
        text = f"{text} ({workload.shape})"
    elif isinstance(error, Raised):
        kind = str(error.failure.get("type", ""))[:100]
        number = error.failure.get("line", 0)
        line = number if isinstance(number, int) and number > 0 else 0
        verdict = Verdict.MLE if kind == "MemoryError" else Verdict.RTE
        shown = str(error.failure.get("text", ""))[:200].replace("\n", " ")
        place = f" in line {line}" if line else ""
        text = f"raised {kind}{': ' if shown else ''}{shown}{place}, {where}"
    elif isinstance(error, SessionEnded):
        verdict = error.ending.verdict
        if verdict is Verdict.TLE and not getattr(error, "slept", False):
            return None
        text = f"{error.ending.message}, {where}"
    else:
        text = f"{NOT_AN_ANSWER}, {where}"
    return LargeFailure(verdict, workload.operation, workload.shape, n, text)


def choose_sizes(workload: Workload, counts: Counts, thorough: bool) -> list[int]:
    """Return the sizes to time: as large as the counts allow, over a factor of 64 where that is possible."""
    top = min(workload.largest, LARGEST_THOROUGH_N if thorough else LARGEST_N)
    if len(counts.batch) < 3:  # nothing is known: start small
        doubled = [max(workload.smallest, 8) << step for step in range(14)]
        return [n for n in doubled if n <= top] or [workload.largest]
    smallest = max(workload.smallest, 16)
    last = counts.batch[-1][0]
    if classify(counts.batch)[0].exponential:
        return [n for n, _ in counts.batch]
    for points, most in (
        (counts.priced(counts.batch), MOST_EVENTS_PER_CALL),
        (counts.priced(counts.builds), MOST_EVENTS_BUILT),
    ):
        growth, fits = classify(points)
        fit = fits.get(growth) or fit_growth(points, growth)
        while top > last and fit.at(top) > most * (THOROUGH_FACTOR if thorough else 1):
            top //= 2  # halves of a power of two: some inputs are hard at those sizes only
    factor = 2 if thorough else 4
    sizes = [top]
    while sizes[-1] // factor >= smallest and sizes[0] // (sizes[-1] // factor) <= SPAN * 2:
        sizes.append(sizes[-1] // factor)
    while len(sizes) < 4 and sizes[-1] * 3 // 4 > smallest:
        sizes.append(sizes[-1] * 3 // 4)
    return sorted({max(size, smallest) for size in sizes})
