"""Plans -> sequences of calls for class problems.

Hypothesis draws the few choices that steer a sequence (a pool of argument values, the constructor's
arguments, a seed); the sequence itself is filled in by a seeded generator, which is two orders of
magnitude cheaper. What finds bugs, measured: the length is drawn first, from a ladder; phases grow, drain
and hold the structure; swarm weights leave operations out of a case (Groce et al., "Swarm testing", ISSTA
2012); values come from small pools, so that equal elements are common, and in sorted runs.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from judge.authoring import ClassTests
from judge.authoring.properties import Property
from judge.generate.oracle import Call, Expectation, Illegal, Oracle
from judge.spec.problem import CONSTRUCTOR
from judge.wire.nodes import Value

Args = tuple[Value, ...]

LADDER = ((30, 1, 8), (45, 5, 30), (17, 20, 80), (8, 60, 350))
"""(weight, fewest, most) calls of a `mixed` case; about 40 on average."""

DEEP = ((70, 900, 1600), (30, 1600, 2600))

TRIES = 6
"""How often a forbidden call is drawn anew before the step is given up."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What Hypothesis drew for one case."""

    constructor: tuple[Args, ...]
    """Arguments of each instance's constructor."""
    pools: Mapping[str, list[Args]]
    """For each method with parameters, the values that this case likes."""
    seed: int


class Reservoir:
    """Argument values of all cases so far: large structures take distinct elements from here."""

    def __init__(self) -> None:
        self._values: dict[str, list[Args]] = {}

    def keep(self, pools: Mapping[str, list[Args]]) -> None:
        for method, pool in pools.items():
            self._values.setdefault(method, []).extend(pool)

    def pick(self, method: str, rng: random.Random) -> Args:
        return rng.choice(self._values[method])


def write_sequence(plan: Plan, declared: Property, oracle: Oracle, reservoir: Reservoir) -> Expectation:
    """Write one sequence with the model's answers. Raises ProblemError when the model raises."""
    tests = oracle.tests
    assert isinstance(tests, ClassTests)
    rng = random.Random(plan.seed)
    length = _length(rng, DEEP if declared.ladder == "deep" else LADDER)
    writer = _Writer(plan, tests, oracle, reservoir, rng)
    for instance in range(declared.instances):
        writer.make(Call(instance, CONSTRUCTOR, plan.constructor[instance]))
    while length > 0:
        segment = max(1, min(length, int(length * rng.uniform(0.2, 1.0))))
        if not writer.write_segment(segment, deep=declared.ladder == "deep"):
            break
        length -= segment
    return Expectation(tuple(writer.calls), tuple(writer.results))


def _length(rng: random.Random, ladder: tuple[tuple[int, int, int], ...]) -> int:
    _, fewest, most = rng.choices(ladder, weights=[row[0] for row in ladder])[0]
    return rng.randint(fewest, most)


class _Writer:
    """Writes calls and keeps the models beside them."""

    def __init__(
        self, plan: Plan, tests: ClassTests, oracle: Oracle, reservoir: Reservoir, rng: random.Random
    ) -> None:
        self._plan = plan
        self._tests = tests
        self._oracle = oracle
        self._reservoir = reservoir
        self._rng = rng
        self._models: dict[int, Any] = {}
        self.calls: list[Call] = []
        self.results: list[Value] = []
        self._swarm = {name: rng.choice((0, 1, 1, 2, 3, 8)) for name in oracle.names}

    def make(self, call: Call, *, checked: bool = False) -> None:
        self.results.append(self._oracle.step(self._models, call, checked=checked))
        self.calls.append(call)

    def write_segment(self, length: int, deep: bool) -> bool:
        """Write up to `length` calls in one phase; False when no call is allowed any more."""
        rng = self._rng
        phase = rng.choice(("grow", "grow", "drain", "steady"))
        if deep and len(self.calls) < 1.3 * length:
            phase = "grow"
        weights = [self._weight(name, phase) for name in self._oracle.names]
        if not any(weights):
            weights = [1] * len(weights)
        source = _Values(self._plan, self._reservoir, rng, length, deep)
        for _ in range(length):
            if not self._write_call(weights, source):
                return bool(self.calls) and any(weights)
        return True

    def _weight(self, name: str, phase: str) -> int:
        weight = self._swarm[name]
        if phase == "grow":
            return 4 * max(weight, 1) if name in self._tests.grow else weight
        if phase == "drain":
            return (
                5 * weight
                if name in self._tests.drain
                else weight // 2
                if name in self._tests.grow
                else weight
            )
        return weight

    def _write_call(self, weights: list[int], source: _Values) -> bool:
        names = self._oracle.names
        for attempt in range(TRIES):
            if attempt < TRIES - 2:
                name = self._rng.choices(names, weights=weights)[0]
            else:  # the phase's favourites are not allowed now: take what is
                name = self._rng.choice(names)
            instance = self._rng.randrange(len(self._models)) if len(self._models) > 1 else 0
            call = Call(instance, name, source.take(name) if name in self._tests.arguments else ())
            if self._oracle.legal(self._models, call):
                self.make(call, checked=True)
                return True
        return False


class _Values:
    """Argument values of one segment: from a small pool or from all, in random or sorted order."""

    def __init__(self, plan: Plan, reservoir: Reservoir, rng: random.Random, length: int, deep: bool) -> None:
        self._plan = plan
        self._reservoir = reservoir
        self._rng = rng
        self._length = length
        self._order = rng.choice(("random", "random", "random", "ascending", "descending", "constant"))
        self._narrow = 0.15 if deep else rng.choice((1.0, 1.0, 0.8, 0.3))
        self._runs: dict[str, list[Args]] = {}

    def take(self, method: str) -> Args:
        if self._order == "random":
            return self._pick(method)
        run = self._runs.get(method)
        if not run:
            run = self._runs[method] = self._make_run(method)
        return run.pop()

    def _pick(self, method: str) -> Args:
        if self._rng.random() < self._narrow:
            return self._rng.choice(self._plan.pools[method])
        return self._reservoir.pick(method, self._rng)

    def _make_run(self, method: str) -> list[Args]:
        if self._order == "constant":
            return [self._pick(method)] * self._length
        run = [self._pick(method) for _ in range(self._length)]
        try:
            run.sort(reverse=self._order == "ascending")  # taken from the end
        except TypeError:
            self._order = "random"
        return run


def legalise(calls: list[Call], oracle: Oracle) -> Expectation:
    """Return the calls with those left out that are not allowed, and the model's answers."""
    models: dict[int, Any] = {}
    kept: list[Call] = []
    results: list[Value] = []
    for call in calls:
        try:
            results.append(oracle.step(models, call))
        except Illegal:
            continue
        kept.append(call)
    return Expectation(tuple(kept), tuple(results))
