"""Counts every shape, in the order in which they are asked for: ahead, on a core of its own, if one is free.

Counting and timing use a worker each and need nothing of each other until a shape is counted, so that two
cores halve the time of a measuring. What is counted, and on what budget, is the same with one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from queue import SimpleQueue
from threading import Thread

from judge.authoring.workload import Workload, WorkloadError
from judge.generate.oracle import Oracle
from judge.measure.counting import NO_COUNTS, Counts, count_ladder
from judge.measure.measurement import Budget
from judge.measure.rungs import Bench, Patience, Raised
from judge.sandbox import SessionEnded
from judge.spec.bounds import Growth
from judge.wire.errors import WireError

COUNTING = 0.8
"""Part of an operation's time in which all of its shapes are counted, at the most."""
LEAST_S = 0.3
"""CPU seconds that an operation has at least, however little of the budget is left."""
MORE_THAN_EQUAL = 1.5
"""An operation may take this much more than an equal part of what is left."""


@dataclass(frozen=True, slots=True)
class Operation:
    """The shapes of one operation, to be counted in this order."""

    workloads: tuple[Workload, ...]
    allowed: tuple[Growth, ...]
    """What the bound allows in each of them."""
    amortized: bool
    """The bound is on the mean of the calls, not on each."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What counting one shape came to."""

    workload: Workload
    allowed: Growth
    amortized: bool
    counts: Counts
    error: Exception | None = None
    """What ended it: Raised, SessionEnded, WireError, WorkloadError, or the judge's own."""
    elsewhere_s: float = 0.0
    """CPU seconds that were spent in another thread and its worker."""


_EXPECTED = (Raised, SessionEnded, WireError, WorkloadError)


def count_shape(
    bench: Bench,
    oracle: Oracle,
    workload: Workload,
    allowed: Growth,
    amortized: bool,
    *,
    seed: int,
    until: float,
    to_the_end: bool = False,
) -> Counted:
    """Do `count_ladder`. Raises nothing: whoever asks for the shape, perhaps in another thread, is told."""
    try:
        counts = count_ladder(
            bench, oracle, workload, seed=seed, until=until, each=not amortized, to_the_end=to_the_end
        )
    except Exception as error:
        bench.close()
        return Counted(workload, allowed, amortized, NO_COUNTS, error)
    return Counted(workload, allowed, amortized, counts)


def share_of(left_s: float, operations: int, budget: Budget) -> float:
    """Return the seconds that the next of so many operations may take."""
    return min(budget.operation_s, max(LEAST_S, left_s / operations * MORE_THAN_EQUAL))


class CountsAhead:
    """Counts the shapes of all operations. The bench is its own until `close`.

    `beside`: count in a thread, whether or not anybody asks yet.
    """

    def __init__(
        self,
        bench: Bench,
        oracle: Oracle,
        operations: Sequence[Operation],
        seed: int,
        budget: Budget,
        *,
        beside: bool,
    ) -> None:
        self._bench, self._oracle, self._operations, self._seed = bench, oracle, operations, seed
        self._budget, self._spent_s = budget, 0.0
        self._patience = bench.patience = Patience()
        self._patience.include(bench)
        self._skipped: set[int] = set()
        self._done: list[SimpleQueue[Counted]] = [SimpleQueue() for _ in operations]
        self._thread: Thread | None = None
        if beside:
            self._thread = Thread(target=self._count_all, name="judge-counting", daemon=True)
            self._thread.start()

    def of(self, number: int) -> Iterator[Counted]:
        """Yield each shape of an operation when it is counted. Raises what is not the submission's fault."""
        there = (self._done[number].get() for _ in self._operations[number].workloads)
        for counted in there if self._thread is not None else self._count(number):
            if counted.error is not None and not isinstance(counted.error, _EXPECTED):
                raise counted.error
            yield counted

    def skip(self, number: int) -> None:
        """Count no more of this operation."""
        self._skipped.add(number)

    def close(self) -> None:
        """End the thread and the worker."""
        if self._thread is not None:
            self._patience.stop()
            self._bench.interrupt()
            self._thread.join()
        self._bench.close()

    def _count_all(self) -> None:
        for number in range(len(self._operations)):
            for counted in self._count(number):
                self._done[number].put(replace(counted, elsewhere_s=self._patience.now()))

    def _count(self, number: int) -> Iterator[Counted]:
        operation, budget = self._operations[number], self._budget
        left_s = COUNTING * budget.submission_s - self._spent_s
        mine_s = COUNTING * share_of(left_s, len(self._operations) - number, budget)
        for at, (workload, allowed) in enumerate(zip(operation.workloads, operation.allowed, strict=True)):
            if number in self._skipped:
                return
            # Mistakes hide in one shape: the first ones must not take all the time
            until = mine_s / (len(operation.workloads) - at)
            self._patience.restart()
            amortized, seed = operation.amortized, self._seed
            counted = count_shape(
                self._bench, self._oracle, workload, allowed, amortized, seed=seed, until=until
            )
            spent_s = self._patience.now()
            mine_s -= spent_s
            self._spent_s += spent_s
            yield counted
