"""A failing case -> the smallest one: fewer calls first, then simpler arguments.

Delta debugging over the calls (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing
input", IEEE TSE 28(2), 2002), with things of our own: calls that became illegal are left out instead of
refusing the candidate, so that dropping a push drops its pop too; equal values and texts are changed
together, so that "the same element twice" survives; a constructor's number falls together with the calls that
it is the measure of. Every candidate is run by `attempt`, many at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations, islice
from typing import TypeVar

from judge.generate.oracle import Call, Calls
from judge.generate.simplify import (
    fewer,
    leaves_in,
    map_leaves,
    shorter,
    simpler_integers,
    simplify,
    toward_zero,
    weigh,
)
from judge.spec.problem import CONSTRUCTOR
from judge.wire.nodes import Value

T = TypeVar("T")

Attempt = Callable[[Sequence[Calls]], Calls | None]
"""Runs candidates; returns the first that fails in the same way, cut after its failing call, or None."""

Step = Callable[[Calls], Iterable[Calls]]
"""Offers smaller candidates, the boldest first."""

WIDTH = 24
"""Candidates of one attempt: a trip into the sandbox costs as much as several small cases."""

WIDTH_CALLS = 2_000
"""Calls of one attempt, but for one candidate: where cases are long the trip is the least."""

MERGED_INSTANCES = 6
"""Of up to so many instances every two are tried as one."""

PAIRS_CALLS = 16
"""Sequences up to this long are tried with every two calls left out."""

BY_ONE = 1_000
"""Two numbers up to this size are lowered together by one: larger ones would be so for ever."""

MOST_LETTERS = 200
"""The places of a text that are left out in all texts at once, from its beginning."""


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
            for step, back in STEPS.items():
                best = _descend(best, step, back, attempt)
            if best is before:
                return best, True
    except OutOfTime as stopped:
        found = stopped.args[0] if stopped.args else None
        return (found if found is not None and _is_simpler(found, cost(best)) else best), False


def _descend(best: Calls, step: Step, back: int, attempt: Attempt) -> Calls:
    """Take the first improvement that a step offers, go on so far before it, until a whole round has none.

    What was refused before an improvement is mostly refused after it too: with a new beginning each time
    the tries would grow with the square of the length.
    """
    begin = 0
    while True:
        most, found = cost(best), None
        for group in _groups(step, best, begin):
            smaller = [candidate for _, candidate in group if _is_simpler(candidate, most)]
            if not smaller:
                continue
            try:
                found = attempt(smaller)
            except OutOfTime:
                raise OutOfTime(best) from None
            if found is not None and _is_simpler(found, most):
                begin = max(0, group[0][0] - back)
                break
            found = None
        if found is None:
            return best
        best = found


def _groups(step: Step, best: Calls, begin: int) -> Iterator[list[tuple[int, Calls]]]:
    """Number and group what a step offers: from number `begin` on, and then what comes before.

    The first few are alone: the boldest usually works or none does.
    """
    widest = max(1, min(WIDTH, WIDTH_CALLS // len(best)))
    size = min(4, widest)
    offered = chain(islice(enumerate(step(best)), begin, None), islice(enumerate(step(best)), begin))
    while group := list(islice(offered, size)):
        yield group
        size = widest


# -- steps ----------------------------------------------------------------------------------------


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
    size = len(places)
    while size >= 1:
        for start in range(
            0, len(places), max(1, size // 2)
        ):  # neighbours that go together may stand anywhere
            yield _without(calls, places[start], places[min(start + size, len(places)) - 1] + 1)
        size = 2 if size == 3 else size // 2  # two are always tried: one that grows and one that undoes it


def _without(calls: Calls, start: int, end: int) -> Calls:
    """Leave out the calls from start to before end, but for constructors."""
    staying = tuple(call for call in calls[start:end] if call.method == CONSTRUCTOR)
    return calls[:start] + staying + calls[end:]


def _smaller_constructions(calls: Calls) -> Iterator[Calls]:
    """A smaller number for a constructor, and as many calls fewer: what has room for less is full sooner."""
    for at, call in enumerate(calls):
        if call.method != CONSTRUCTOR:
            continue
        for which, arg in enumerate(call.args):
            if type(arg) is not int or not 1 < arg <= len(calls):
                continue
            for simpler in simpler_integers(arg):
                if simpler < 1:
                    continue
                args = (*call.args[:which], simpler, *call.args[which + 1 :])
                changed = (*calls[:at], Call(call.instance, call.method, args), *calls[at + 1 :])
                fewer = arg - simpler
                for start in range(at + 1, len(calls) - fewer, max(1, fewer // 2)):
                    yield _without(changed, start, start + fewer)


def _fewer_pairs(calls: Calls) -> Iterator[Calls]:
    if len(calls) > PAIRS_CALLS:
        return
    places = [at for at, call in enumerate(calls[:-1]) if call.method != CONSTRUCTOR]
    for one, other in combinations(places, 2):
        yield tuple(call for at, call in enumerate(calls) if at not in (one, other))


def _simpler_together(calls: Calls) -> Iterator[Calls]:
    """Change all texts at once; renumber all integers, then change every occurrence of one value."""
    yield from _simpler_texts(calls)
    numbers = sorted({n for call in calls for arg in call.args for n in leaves_in(arg, int)})
    if not numbers:
        return
    yield _changed(calls, dict.fromkeys(numbers, 0), int)
    for start in (0, 1):
        ranks = {n: at + start for at, n in enumerate(numbers)}
        yield _changed(calls, ranks, int)
    positive = [n for n in numbers if n > 0]
    negative = [n for n in numbers if n < 0]
    ranks = {n: at + 1 for at, n in enumerate(positive)} | {
        n: at - len(negative) for at, n in enumerate(negative)
    }
    yield _changed(calls, ranks | {0: 0}, int)
    furthest = max(numbers, key=abs)
    near = [n for n in numbers if abs(n - furthest) <= abs(furthest) // 2]
    for simpler in simpler_integers(furthest):  # large neighbours stay neighbours
        yield _changed(calls, {n: n - furthest + simpler for n in near}, int)
    for number in sorted(numbers, key=abs, reverse=True):
        for simpler in simpler_integers(number):
            yield _changed(calls, {number: simpler}, int)
    for one, other in combinations(numbers[:12], 2):  # values whose difference or sum matters
        smaller, larger = sorted((abs(one), abs(other)))
        for step in (larger // 2, smaller, *([1] if larger <= BY_ONE else [])):
            yield _changed(calls, {one: toward_zero(one, step), other: toward_zero(other, step)}, int)


def _simpler_texts(calls: Calls) -> Iterator[Calls]:
    """Leave out the same places of all texts; change every occurrence of a letter."""
    texts = {text for call in calls for arg in call.args for text in leaves_in(arg, str)}
    for kept in shorter(list(range(min(MOST_LETTERS, max(map(len, texts), default=0))))):
        staying = {*kept, *range(MOST_LETTERS, max(map(len, texts)))}
        yield _changed(
            calls, {text: "".join(x for at, x in enumerate(text) if at in staying) for text in texts}, str
        )
    letters = sorted({letter for text in texts for letter in text} - {"a"})
    for changed in [letters, *([letter] for letter in letters)]:
        table = str.maketrans(dict.fromkeys(changed, "a"))
        yield _changed(calls, {text: text.translate(table) for text in texts}, str)


def _shorter_arguments(calls: Calls) -> Iterator[Calls]:
    return _with_each_argument(calls, fewer)


def _simpler_arguments(calls: Calls) -> Iterator[Calls]:
    return _with_each_argument(calls, simplify)


def _with_each_argument(calls: Calls, simpler: Callable[[Value], Iterable[Value]]) -> Iterator[Calls]:
    for at, call in enumerate(calls):
        for which, arg in enumerate(call.args):
            for new in simpler(arg):
                args = (*call.args[:which], new, *call.args[which + 1 :])
                yield (*calls[:at], Call(call.instance, call.method, args), *calls[at + 1 :])


def _changed(calls: Calls, table: dict[T, T], kind: type[T]) -> Calls:
    """Return the calls with every integer, or every text, changed as the table says."""
    return tuple(
        Call(call.instance, call.method, tuple(map_leaves(arg, table, kind) for arg in call.args))
        for call in calls
    )


SIMPLER_OF_ONE = 48
"""About as many simpler numbers are offered for one: the boldest are tried again after a timid one."""

STEPS: dict[Step, int] = {
    _fewer_instances: 0,
    _fewer_calls: 0,
    _smaller_constructions: 0,
    _fewer_pairs: 0,
    _shorter_arguments: 0,
    _simpler_together: SIMPLER_OF_ONE,
    _simpler_arguments: SIMPLER_OF_ONE,
}
"""What is tried, in this order, and how many candidates before an improvement the next search begins."""


def _is_simpler(calls: Calls, most: tuple[int, int, int, int]) -> bool:
    """Is the cost less? Values are weighed only where the number of calls does not say."""
    return len(calls) < most[0] or (len(calls) == most[0] and cost(calls) < most)


def cost(calls: Calls) -> tuple[int, int, int, int]:
    """What shrinking minimises: calls, instances, elements, then the size of numbers and letters."""
    elements, weight = weigh([arg for call in calls for arg in call.args])
    return (len(calls), len({call.instance for call in calls}), elements, weight)
