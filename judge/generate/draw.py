"""Properties -> cases, with Hypothesis, which only this room and the strategies of authors load."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException, Unsatisfiable

from judge.authoring import ClassTests
from judge.authoring.properties import Property
from judge.errors import ProblemError
from judge.generate.hermetic import hermetic
from judge.generate.load import place_of
from judge.generate.oracle import Call, Expectation, Illegal, Oracle
from judge.generate.sequences import Args, Plan, Reservoir, legalise, write_sequence
from judge.spec.load import show
from judge.spec.problem import CONSTRUCTOR

POOL_SIZES = (1, 2, 3, 4, 6, 9)

MOST_TRIES = 5
"""Draws that a strategy may give up for each case that it makes."""


@hermetic()
def draw_cases(oracle: Oracle, seed_number: int, count: int) -> list[tuple[int, Expectation]]:
    """Draw about `count` cases over all properties: (index of the property, case), interleaved.

    The same problem version, seed and count give the same cases with the same Hypothesis and Python.
    Properties whose domain is smaller than their share give fewer. Raises ProblemError for a strategy or
    model that fails.
    """
    properties = oracle.tests.properties
    total = sum(declared.share for declared in properties)
    reservoir = Reservoir()
    drawn: list[list[Expectation]] = []
    for at, declared in enumerate(properties):
        wanted = max(3, round(count * declared.share / total + 0.5))
        drawn.append(_draw_property(declared, at, oracle, reservoir, seed_number, wanted))
    short = count - sum(len(cases) for cases in drawn)
    if short > 0:
        largest = max(range(len(drawn)), key=lambda at: len(drawn[at]))
        again = _draw_property(
            properties[largest], largest, oracle, reservoir, seed_number + 1_000_003, short
        )
        drawn[largest] += again
    return list(_interleave(drawn))


def _interleave(drawn: list[list[Expectation]]) -> Iterator[tuple[int, Expectation]]:
    """Spread each property's cases evenly over the whole."""
    places = [
        ((at + 0.5) / len(cases), which, at) for which, cases in enumerate(drawn) for at in range(len(cases))
    ]
    for _, which, at in sorted(places):
        yield which, drawn[which][at]


def _draw_property(
    declared: Property, at: int, oracle: Oracle, reservoir: Reservoir, seed_number: int, wanted: int
) -> list[Expectation]:
    cases: list[Expectation] = []
    refused, started = [0], [0]

    @st.composite
    def one(draw: Callable[[Any], Any]) -> None:
        started[0] += 1
        try:
            case = _draw_case(draw, declared, oracle, reservoir)
        except Illegal:
            refused[0] += 1
            return
        if case.calls:
            cases.append(case)

    digest = hashlib.sha256(f"{oracle.problem.slug}/{declared.name}/{at}/{seed_number}".encode()).digest()
    run = _runner(one(), int.from_bytes(digest[:8], "big"), wanted)
    path = oracle.problem.folder / "tests.py"
    try:
        run()
    except ProblemError:
        raise
    except Unsatisfiable:
        cases.clear()
        started[0] += MOST_TRIES * (1 + refused[0])
    except HypothesisException as error:
        raise ProblemError(f"{show(path)}: property {declared.name!r}: {error}") from error
    except Exception as error:
        raise ProblemError(
            f"{place_of(error, path)}: property {declared.name!r} raises {type(error).__name__}: {error}"
        ) from error
    if started[0] >= MOST_TRIES * (len(cases) + refused[0] + 1):
        raise ProblemError(
            f"{show(path)}: property {declared.name!r} filters out nearly everything; "
            "draw legal values instead"
        )
    if not cases or refused[0] > 3 * len(cases):
        raise ProblemError(
            f"{show(path)}: property {declared.name!r}: {refused[0]} of {refused[0] + len(cases)} cases are "
            "refused by `valid` or `allowed`; draw legal values instead"
        )
    return cases


def _runner(strategy: st.SearchStrategy[None], number: int, wanted: int) -> Callable[[], None]:
    @seed(number)
    @settings(
        max_examples=wanted,
        database=None,
        phases=(Phase.generate,),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        backend="hypothesis",  # whatever profile is loaded
    )
    @given(strategy)
    def run(_: None) -> None:
        pass

    return run


def _draw_case(
    draw: Callable[[Any], Any], declared: Property, oracle: Oracle, reservoir: Reservoir
) -> Expectation:
    tests = oracle.tests
    if declared.draw is None:
        plan = _draw_plan(draw, declared, oracle)
        reservoir.keep(plan.pools)
        return write_sequence(plan, declared, oracle, reservoir)
    raw = declared.draw(draw)
    if isinstance(tests, ClassTests) and not tests.adapter:
        return legalise(_class_calls(raw, draw, oracle), oracle)
    calls: list[Call] = []
    for at, (name, *rest) in enumerate(raw):
        args = _function_args(name, rest, oracle) if len(raw) == 1 else tuple(rest)
        calls += oracle.function_calls(name, args, at)
    return oracle.answer(calls)


def _function_args(name: str, rest: list[Any], oracle: Oracle) -> Args:
    """A property's strategy makes the one argument, or the tuple of all of them."""
    count = _parameter_count(name or oracle.names[0], oracle)
    if len(rest) == 1 and count != 1 and isinstance(rest[0], tuple):
        return rest[0]
    if len(rest) == 1 and count == 1 and isinstance(rest[0], tuple) and len(rest[0]) == 1:
        return rest[0]
    return tuple(rest)


def _parameter_count(name: str, oracle: Oracle) -> int:
    adapted = oracle.tests.adapted
    if name in adapted:
        return adapted[name]
    return next((len(m.parameters) for m in oracle.entry.methods if m.name == name), 1)


@functools.cache
def _strategy(make: Callable[[], st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """Make a strategy once: validating a new one for each case costs as much as drawing."""
    return make()


def _draw_plan(draw: Callable[[Any], Any], declared: Property, oracle: Oracle) -> Plan:
    tests = oracle.tests
    assert isinstance(tests, ClassTests)
    pools: dict[str, list[Args]] = {}
    for method, make in tests.arguments.items():
        if method == CONSTRUCTOR:
            continue
        strategy = _strategy(make)
        size = draw(st.sampled_from(POOL_SIZES))
        pools[method] = [_as_args(draw(strategy), _parameter_count(method, oracle)) for _ in range(size)]
    constructor = tuple(_draw_constructor(draw, oracle) for _ in range(declared.instances))
    return Plan(constructor, pools, draw(st.integers(0, 2**64 - 1)))


def _draw_constructor(draw: Callable[[Any], Any], oracle: Oracle) -> Args:
    tests = oracle.tests
    assert isinstance(tests, ClassTests)
    if CONSTRUCTOR not in tests.arguments:
        return ()
    return _as_args(draw(_strategy(tests.arguments[CONSTRUCTOR])), len(oracle.entry.constructor))


def _as_args(drawn: Any, count: int) -> Args:
    if count == 1 and not (isinstance(drawn, tuple) and len(drawn) == 1):
        return (drawn,)
    return tuple(drawn)


def _class_calls(raw: list[tuple[Any, ...]], draw: Callable[[Any], Any], oracle: Oracle) -> list[Call]:
    """Read an author's calls: `("push", 3)`, `("b.push", 3)` for the second instance, `("__init__", 2)`."""
    calls: list[Call] = []
    made: set[int] = set()
    for name, *args in raw:
        owner, _, method = name.rpartition(".")
        instance = ord(owner) - ord("a") if owner else 0
        if instance not in made and method != CONSTRUCTOR:
            calls.append(Call(instance, CONSTRUCTOR, _draw_constructor(draw, oracle)))
        made.add(instance)
        calls.append(Call(instance, method, tuple(args)))
    return calls
