"""A failing case -> the smallest one: fewer calls first, then simpler arguments.

Delta debugging over the calls (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing
input", IEEE TSE 28(2), 2002), with two things of our own: calls that became illegal are left out instead of
refusing the candidate, so that dropping a push drops its pop too; and equal values are changed together,
so that "the same element twice" survives. Every candidate is run by `attempt`, many at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from judge.generate.oracle import Call, Calls
from judge.generate.simplify import (
    integers_in,
    map_integers,
    shorter,
    simpler_integers,
    simplify,
    toward_zero,
    weigh,
)
from judge.spec.problem import CONSTRUCTOR

Attempt = Callable[[Sequence[Calls]], Calls | None]
"""Runs candidates; returns the first that fails in the same way, cut after its failing call, or None."""

WIDTH = 24
"""Candidates of one attempt: a trip into the sandbox costs as much as several small cases."""

MERGED_INSTANCES = 6
"""Of up to so many instances every two are tried as one."""

PAIRS_CALLS = 16
"""Sequences up to this long are tried with every two calls left out."""


class OutOfTime(Exception):
    """Raised by an Attempt when the time for shrinking is over."""


def shrink(calls: Calls, attempt: Attempt) -> tuple[Calls, bool]:
    """Return the smallest failing case found, and whether the search came to its own end.

    The result is one from which no call can be dropped and no argument be made simpler by any single step
    below. Never returns a case that `attempt` did not confirm, except `calls` itself.
    """
    best = calls
    try:
        while True:
            before = best
            for step in (_fewer_instances, _fewer_calls, _fewer_pairs, _simpler_together, _simpler_arguments):
                best = _descend(best, step, attempt)
            if best is before:
                return best, True
    except OutOfTime as stopped:
        found = stopped.args[0] if stopped.args else None
        return (found if found is not None and cost(found) < cost(best) else best), False


def _descend(best: Calls, step: Callable[[Calls], Iterable[Calls]], attempt: Attempt) -> Calls:
    """Take the first improvement that a step offers, again and again."""
    while True:
        found = None
        for chunk in _chunks(step(best)):
            smaller = [candidate for candidate in chunk if cost(candidate) < cost(best)]
            if not smaller:
                continue
            try:
                found = attempt(smaller)
            except OutOfTime:
                raise OutOfTime(best) from None
            if found is not None and cost(found) < cost(best):
                break
            found = None
        if found is None:
            return best
        best = found


def _chunks(candidates: Iterable[Calls]) -> Iterator[list[Calls]]:
    """Group candidates, the first few alone: the boldest usually works or none does."""
    size, group = 4, []
    for candidate in candidates:
        group.append(candidate)
        if len(group) >= size:
            yield group
            size, group = WIDTH, []
    if group:
        yield group


# -- steps: each offers smaller candidates, the boldest first ------------------------------------------


def _fewer_instances(calls: Calls) -> Iterator[Calls]:
    instances = {call.instance for call in calls}
    if len(instances) < 2:
        return
    last = calls[-1].instance
    for others in shorter(sorted(instances - {last})):
        staying = {*others, last}
        yield tuple(call for call in calls if call.instance in staying)
    if len(instances) > MERGED_INSTANCES:
        return
    for gone in instances:
        for kept in instances - {gone}:
            yield tuple(
                Call(kept, call.method, call.args) if call.instance == gone else call
                for call in calls
                if call.instance != gone or call.method != CONSTRUCTOR
            )


def _fewer_calls(calls: Calls) -> Iterator[Calls]:
    places = [at for at, call in enumerate(calls[:-1]) if call.method != CONSTRUCTOR]
    all_places = set(places)
    for kept in shorter(places):
        gone = all_places.difference(kept)
        yield tuple(call for at, call in enumerate(calls) if at not in gone)


def _fewer_pairs(calls: Calls) -> Iterator[Calls]:
    if len(calls) > PAIRS_CALLS:
        return
    places = [at for at, call in enumerate(calls[:-1]) if call.method != CONSTRUCTOR]
    for one, other in combinations(places, 2):
        yield tuple(call for at, call in enumerate(calls) if at not in (one, other))


def _simpler_together(calls: Calls) -> Iterator[Calls]:
    """Renumber all integers at once, then change every occurrence of one value."""
    numbers = sorted({n for call in calls for arg in call.args for n in integers_in(arg)})
    if not numbers:
        return
    for start in (0, 1):
        ranks = {n: at + start for at, n in enumerate(numbers)}
        yield _renumber(calls, ranks)
    positive = [n for n in numbers if n > 0]
    negative = [n for n in numbers if n < 0]
    ranks = {n: at + 1 for at, n in enumerate(positive)} | {
        n: at - len(negative) for at, n in enumerate(negative)
    }
    yield _renumber(calls, ranks | {0: 0})
    for number in sorted(numbers, key=abs, reverse=True):
        for simpler in simpler_integers(number):
            yield _renumber(calls, {number: simpler})
    for one, other in combinations(numbers[:12], 2):  # values whose difference or sum matters
        for step in (max(abs(one), abs(other)) // 2, 1):
            yield _renumber(calls, {one: toward_zero(one, step), other: toward_zero(other, step)})


def _simpler_arguments(calls: Calls) -> Iterator[Calls]:
    for at, call in enumerate(calls):
        for which, arg in enumerate(call.args):
            for simpler in simplify(arg):
                args = (*call.args[:which], simpler, *call.args[which + 1 :])
                yield (*calls[:at], Call(call.instance, call.method, args), *calls[at + 1 :])


def _renumber(calls: Calls, table: dict[int, int]) -> Calls:
    return tuple(
        Call(call.instance, call.method, tuple(map_integers(arg, table) for arg in call.args))
        for call in calls
    )


def cost(calls: Calls) -> tuple[int, int, int, int]:
    """What shrinking minimises: calls, instances, elements, then the size of numbers and letters."""
    elements, weight = weigh([arg for call in calls for arg in call.args])
    return (len(calls), len({call.instance for call in calls}), elements, weight)
