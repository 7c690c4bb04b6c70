"""One rung that stands in the worker: built, probed, made long enough to read, run and restored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from judge.measure.rungs import SHORT_CYCLE, Bench, Raised, Rung

SHORTEST_BATCH_S = 80e-6
"""Shorter batches drown in the cost of a message."""
CLEAN_SHARE = 0.93
"""A batch whose CPU time is this share of its wall time ran undisturbed."""
MOST_COPIES = 512
MOST_ELEMENTS = 1 << 16
"""Elements of all copies of a function's arguments."""
MOST_STATES = 32
REMEMBERED = 4.0
"""A function whose second call is this much quicker than its first remembers what it was asked ..."""
REMEMBERED_S = 100e-6
"""... where the first took so many seconds, and not only the interpreter's own first look at the code."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is spent on one ladder."""

    rounds: int
    batches: int
    batch_s: float
    longest_batch_s: float
    longest_build_s: float


@dataclass
class Standing:
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
    remembers: bool = False
    """Every call is the first of a fresh namespace: what was counted is what is timed."""

    @property
    def one_pass(self) -> bool:
        """A long batch is run once on each state: a second pass may not be what was asked for."""
        return self.rung.keeps_size and self.rung.calls > SHORT_CYCLE

    @property
    def calls(self) -> int:
        return self.window * self.copies * self.repeat

    @property
    def is_whole(self) -> bool:
        """Whether every call of the batch was run: the first ones alone may have another mean."""
        return self.window * len(self.samples) >= self.rung.calls

    def run(self, bench: Bench) -> tuple[float, float]:
        """Run the batch, or its next slice; return (CPU seconds, wall seconds)."""
        if self.window < self.rung.calls:
            bench.ask("measure.aim", self.slot, self.first, self.window)
            self.first += self.window
        self.fresh = False
        return bench.time_run(self.slot, self.repeat)

    def restore(self, bench: Bench) -> None:
        """Bring the state back to size n and the batch back to unused arguments."""
        rung = self.rung
        moves_along = self.one_pass and self.window < rung.calls
        if self.fresh or moves_along or (rung.keeps_size and not self.one_pass):
            self.fresh = True
            return
        if rung.has_undo:
            bench.ask("measure.undo", self.slot)
        elif not rung.functional or self.remembers:
            bench.ask("measure.rebuild", self.slot)
        bench.ask("measure.fill", self.slot, self.copies)
        self.fresh = True

    def lengthen(self, bench: Bench, warm: float, effort: Effort) -> float:
        """Repeat the batch until it is long enough to read; return the seconds of one pass.

        A function gets copies of its arguments, as many as a cache holds: more would time the memory. Beyond
        that they are used again, which only concerns functions too quick to have changed them.
        """
        for _ in range(5):
            times = max(1, round(effort.batch_s / max(warm, 1e-8)))
            copies = (
                min(times, MOST_COPIES, max(1, MOST_ELEMENTS // self.rung.n)) if self.rung.functional else 1
            )
            repeat = min(-(-times // copies), self.repeat * 32, 1 << 20)
            if copies <= self.copies and repeat <= self.repeat:
                break
            grown = copies != self.copies
            self.copies, self.repeat = max(copies, self.copies), max(repeat, self.repeat)
            if grown:
                bench.ask("measure.fill", self.slot, self.copies)
            else:
                self.restore(bench)
            spent = self.run(bench)[0]
            warm = spent / (self.copies * self.repeat)
            if spent > 0.6 * effort.batch_s:
                break
        return warm

    def estimate(self) -> float:
        """Return the CPU seconds of one run.

        Slices of one pass are parts of a whole: their mean; repeated batches are tries of the same.
        """
        if self.window < self.rung.calls:
            return sum(cpu for cpu, _ in self.samples) / len(self.samples)
        return estimate_s(self.samples)

    def spread(self, seconds: float) -> tuple[float, float]:
        """Return the middle four fifths of the samples per call; the estimate `seconds` is inside."""
        ordered = sorted(cpu / self.calls for cpu, _ in self.samples)
        cut = len(ordered) // 10
        return min(seconds, ordered[cut]), max(seconds, ordered[-1 - cut])


CheckResults = Callable[[Rung, int, list[object]], None]
"""Called with the rung, how many calls of the batch ran, and their results."""


def stand(
    bench: Bench, rung: Rung, window: int, slot: int, effort: Effort, check: CheckResults | None
) -> tuple[Standing | None, float, float]:
    """Build a rung and probe it; return it (None if too short to time), s per call, s of the build."""
    try:
        started_s = bench.spent_s()  # by the budget's clock the machine's load would decide
        bench.ask("measure.build", slot, rung.form)
        build_s = bench.spent_s() - started_s
        one = Standing(rung, slot, 1, 1, window)
        bench.ask("measure.fill", slot, 1)
        cold = one.run(bench)[0]
        if check is not None:
            results = bench.ask("measure.results", slot).get("r")
            check(rung, window, results if isinstance(results, list) else [])
        warm = cold
        if window < rung.calls:
            one.samples.append((cold, 0.0))
        if cold < effort.longest_batch_s / 4:
            started_s = bench.spent_s()
            one.restore(bench)
            one.restore_s = bench.spent_s() - started_s
            build_s = max(build_s, one.restore_s)
            again = one.run(bench)
            warm = min(cold, again[0])
            if window < rung.calls:
                one.samples.append(again)
            if rung.functional and cold > REMEMBERED_S and cold > REMEMBERED * again[0]:
                one.remembers, warm = True, cold
    except Raised as error:
        error.at_n = rung.n  # type: ignore[attr-defined]
        raise
    if one.one_pass:
        if window == rung.calls:
            one.copies = min(max(1, round(effort.batch_s / max(warm, 1e-7))), MOST_STATES)
    elif one.remembers:
        return one, warm / window, build_s
    elif rung.keeps_size or rung.functional:
        warm = one.lengthen(bench, warm, effort)
    elif warm < SHORTEST_BATCH_S:
        bench.ask("measure.drop", [slot])
        return None, warm / window, build_s
    return one, warm / window, build_s


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
