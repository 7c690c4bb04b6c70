"""The problems of the benchmark: what each asks for, and the shapes in which its operations are measured."""

from __future__ import annotations

import random
from dataclasses import dataclass

from judge.authoring.workload import (
    Workload,
    alternating_extremes,
    ascending,
    balanced_tree,
    caterpillar,
    collect_workloads,
    descending,
    equal_values,
    left_chain,
    organ_pipe,
    random_values,
    right_chain,
    shuffled,
    stage,
    workload,
)
from judge.spec.problem import Entry, Method


@dataclass(frozen=True, slots=True)
class Family:
    """One problem: its interface and its workloads."""

    name: str
    entry: Entry
    workloads: tuple[Workload, ...]


def _methods(*names: str) -> tuple[Method, ...]:
    from judge.spec.problem import Parameter

    made = []
    for text in names:
        name, _, parameters = text.partition("/")
        kind = "value"
        if parameters.endswith("!"):
            kind, parameters = "void", parameters[:-1]
        given = tuple(Parameter(f"p{at}", "int") for at in range(int(parameters or 0)))
        made.append(Method(name, given, kind))
    return tuple(made)


def _class(name: str, constructor: int, *methods: str) -> Entry:
    from judge.spec.problem import Parameter

    given = tuple(Parameter(f"c{at}", "int") for at in range(constructor))
    return Entry("class", name, given, _methods(*methods))


def _function(parameters: int) -> Entry:
    return Entry("function", "", (), _methods(f"solve/{parameters}"))


LINEAR_SHAPES = {"ascending": ascending, "descending": descending, "equal": equal_values}


def _stack() -> None:
    for shape, values in LINEAR_SHAPES.items():

        def declare(values=values, shape=shape):  # type: ignore[no-untyped-def]
            def pushes(n):  # type: ignore[no-untyped-def]
                return [("push", v) for v in values(n)]

            @workload("push", shape=shape)
            def _(n):  # type: ignore[no-untyped-def]
                return stage(build=pushes(n), timed=pushes(n), undo=[("pop",)] * n)

            @workload("pop", shape=shape)
            def _(n):  # type: ignore[no-untyped-def]
                return stage(build=pushes(n), timed=[("pop",)] * (n - 1), undo=pushes(n)[1:])

            @workload("getMin", shape=shape)
            def _(n):  # type: ignore[no-untyped-def]
                return stage(build=pushes(n), timed=[("getMin",)])

            @workload("getMin", shape=f"after push and pop, {shape}")
            def _(n):  # type: ignore[no-untyped-def]
                return stage(build=pushes(n), timed=[("push", 1), ("pop",), ("getMin",)])

        declare()


def _queue() -> None:
    def pushes(n: int) -> list[tuple[object, ...]]:
        return [("push", v) for v in ascending(n)]

    @workload("push", shape="grows")
    def _(n):  # type: ignore[no-untyped-def]
        return stage(build=pushes(n), timed=pushes(n), undo=[("pop",)] * n)

    @workload("pop", shape="drains")
    def _(n):  # type: ignore[no-untyped-def]
        return stage(build=pushes(n), timed=[("pop",)] * (n - 1), undo=pushes(n)[1:])

    @workload("pop", shape="steady")
    def _(n):  # type: ignore[no-untyped-def]
        timed = [call for v in ascending(2 * n) for call in (("push", v), ("pop",))]
        return stage(build=pushes(n), timed=timed)

    @workload("peek", shape="asked again and again")
    def _(n):  # type: ignore[no-untyped-def]
        return stage(build=pushes(n), timed=[("peek",)])


def _lru() -> None:
    def full(n: int) -> list[tuple[object, ...]]:
        return [("put", key, key) for key in ascending(n)]

    @workload("get", shape="hits in random order")
    def _(n, rng):  # type: ignore[no-untyped-def]
        return stage(construct=(n,), build=full(n), timed=[("get", key) for key in shuffled(n, rng)])

    @workload("get", shape="misses")
    def _(n):  # type: ignore[no-untyped-def]
        return stage(construct=(n,), build=full(n), timed=[("get", -7)])

    @workload("put", shape="evicting")
    def _(n):  # type: ignore[no-untyped-def]
        timed = [("put", n + key, 1) for key in ascending(2 * n)]
        return stage(construct=(n,), build=full(n), timed=timed)

    @workload("put", shape="updates in random order")
    def _(n, rng):  # type: ignore[no-untyped-def]
        timed = [("put", key, 1) for key in shuffled(n, rng)]
        return stage(construct=(n,), build=full(n), timed=timed)


def _median() -> None:
    for shape, values in (
        ("ascending", lambda n, rng: ascending(2 * n)),
        ("descending", lambda n, rng: descending(2 * n)),
        ("random", lambda n, rng: random_values(2 * n, rng)),
    ):

        def declare(values=values, shape=shape):  # type: ignore[no-untyped-def]
            @workload("addNum", shape=shape)
            def _(n, rng):  # type: ignore[no-untyped-def]
                calls = [("addNum", v) for v in values(n, rng)]
                return stage(build=calls[:n], timed=calls[n:], rebuild=True)

            @workload("findMedian", shape=f"after each addition, {shape}")
            def _(n, rng):  # type: ignore[no-untyped-def]
                calls = [("addNum", v) for v in values(n, rng)]
                timed = [c for add in calls[n : n + n // 2] for c in (add, ("findMedian",))]
                return stage(build=calls[:n], timed=timed, rebuild=True)

        declare()


def _bag() -> None:
    def adds(n: int, rng: random.Random) -> list[tuple[object, ...]]:
        return [("add", v) for v in shuffled(n, rng)]

    def pairs(n: int, rng: random.Random) -> list[tuple[object, ...]]:
        timed: list[tuple[object, ...]] = []
        for v in random_values(2 * n, rng, n):
            timed += [("add", v), ("remove", v)]
        return timed

    for name in ("add", "remove"):

        def declare(name=name):  # type: ignore[no-untyped-def]
            @workload(name, shape="random, steady size")
            def _(n, rng):  # type: ignore[no-untyped-def]
                return stage(build=adds(n, rng), timed=pairs(n, rng), charged=name)

        declare()

    @workload("has", shape="random members")
    def _(n, rng):  # type: ignore[no-untyped-def]
        return stage(build=adds(n, rng), timed=[("has", v) for v in shuffled(n, rng)])

    @workload("has", shape="never there")
    def _(n, rng):  # type: ignore[no-untyped-def]
        return stage(build=adds(n, rng), timed=[("has", -5)])


def _array() -> None:
    shapes = {
        "ascending": lambda n, rng: ascending(n),
        "descending": lambda n, rng: descending(n),
        "equal": lambda n, rng: equal_values(n),
        "random": lambda n, rng: random_values(n, rng),
        "organ pipe": lambda n, rng: organ_pipe(n),
        "alternating extremes": lambda n, rng: alternating_extremes(n),
    }
    for shape, values in shapes.items():

        def declare(values=values, shape=shape):  # type: ignore[no-untyped-def]
            @workload("solve", shape=shape)
            def _(n, rng):  # type: ignore[no-untyped-def]
                return stage(arguments=(values(n, rng),))

        declare()


def _search() -> None:
    @workload("solve", shape="beyond the end")
    def _(n):  # type: ignore[no-untyped-def]
        return stage(arguments=(ascending(n), 1 << 40))

    @workload("solve", shape="near the middle")
    def _(n):  # type: ignore[no-untyped-def]
        return stage(arguments=(ascending(n), 1000 + n // 2 + n // 7))


def _text() -> None:
    @workload("solve", shape="one letter")
    def _(n):  # type: ignore[no-untyped-def]
        return stage(arguments=("a" * n,))

    @workload("solve", shape="random letters")
    def _(n, rng):  # type: ignore[no-untyped-def]
        return stage(arguments=("".join(rng.choice("abcdefgh") for _ in range(n)),))


def _tree() -> None:
    for shape, make in (
        ("balanced", balanced_tree),
        ("left chain", left_chain),
        ("right chain", right_chain),
        ("caterpillar", caterpillar),
    ):

        def declare(make=make, shape=shape):  # type: ignore[no-untyped-def]
            @workload("solve", shape=shape, largest=1 << 14)
            def _(n):  # type: ignore[no-untyped-def]
                return stage(arguments=(make(n),))

        declare()


def _number() -> None:
    @workload("solve", shape="the number itself", smallest=4, largest=1 << 26)
    def _(n):  # type: ignore[no-untyped-def]
        return stage(arguments=(n,))


def _grid() -> None:
    @workload("solve", shape="random grid of side n", smallest=4, largest=512)
    def _(n, rng):  # type: ignore[no-untyped-def]
        return stage(arguments=([[rng.randrange(1000, 9999) for _ in range(n)] for _ in range(n)],))


_DECLARED = (
    ("stack", _class("MinStack", 0, "push/1!", "pop/0!", "getMin/0"), _stack),
    ("queue", _class("Queue", 0, "push/1!", "pop/0", "peek/0"), _queue),
    ("lru", _class("LRUCache", 1, "get/1", "put/2!"), _lru),
    ("median", _class("MedianFinder", 0, "addNum/1!", "findMedian/0"), _median),
    ("bag", _class("Bag", 0, "add/1!", "remove/1!", "has/1"), _bag),
    ("array", _function(1), _array),
    ("search", _function(2), _search),
    ("text", _function(1), _text),
    ("tree", _function(1), _tree),
    ("number", _function(1), _number),
    ("grid", _function(1), _grid),
)


def load_families() -> dict[str, Family]:
    """Return every family by name."""
    families = {}
    for name, entry, declare in _DECLARED:
        with collect_workloads() as found:
            declare()
        families[name] = Family(name, entry, tuple(found))
    return families
