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
from judge.spec.problem import CONSTRUCTOR
from judge.wire import Linked, Tree, Value

Attempt = Callable[[Sequence[Calls]], Calls | None]
"""Runs candidates; returns the first that fails in the same way, cut after its failing call, or None."""

WIDTH = 24
"""Candidates of one attempt: a trip into the sandbox costs as much as several small cases."""

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
    for gone in instances:
        yield tuple(call for call in calls if call.instance != gone)
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
        for start in range(0, len(places), size):
            gone = set(places[start : start + size])
            yield tuple(call for at, call in enumerate(calls) if at not in gone)
        size //= 2


def _fewer_pairs(calls: Calls) -> Iterator[Calls]:
    if len(calls) > PAIRS_CALLS:
        return
    places = [at for at, call in enumerate(calls[:-1]) if call.method != CONSTRUCTOR]
    for one, other in combinations(places, 2):
        yield tuple(call for at, call in enumerate(calls) if at not in (one, other))


def _simpler_together(calls: Calls) -> Iterator[Calls]:
    """Renumber all integers at once, then change every occurrence of one value."""
    numbers = sorted({n for call in calls for arg in call.args for n in _integers(arg)})
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
        for simpler in _simpler_integers(number):
            yield _renumber(calls, {number: simpler})
    for one, other in combinations(numbers[:12], 2):  # values whose difference or sum matters
        for step in (max(abs(one), abs(other)) // 2, 1):
            yield _renumber(calls, {one: _toward_zero(one, step), other: _toward_zero(other, step)})


def _simpler_arguments(calls: Calls) -> Iterator[Calls]:
    for at, call in enumerate(calls):
        for which, arg in enumerate(call.args):
            for simpler in simplify(arg):
                args = (*call.args[:which], simpler, *call.args[which + 1 :])
                yield (*calls[:at], Call(call.instance, call.method, args), *calls[at + 1 :])


# -- values --------------------------------------------------------------------------------------------


def simplify(value: Value) -> Iterator[Value]:
    """Offer simpler values of the same kind, the simplest first."""
    if isinstance(value, bool):
        if value:
            yield False
    elif isinstance(value, int):
        yield from _simpler_integers(value)
    elif isinstance(value, float):
        yield from (float(n) for n in (0, 1, int(value)) if value == value and abs(value) < 1e300)
    elif isinstance(value, str):
        for part in _shorter(list(value)):
            yield "".join(str(letter) for letter in part)
        for at, letter in enumerate(value[:50]):
            if letter != "a":
                yield value[:at] + "a" + value[at + 1 :]
    elif isinstance(value, (list, tuple)) and not _is_shallow(value):
        yield from _less_deep(value)
    elif isinstance(value, (list, tuple)):
        kind = type(value)
        yield from (kind(part) for part in _shorter(list(value)))
        for at, item in enumerate(value[:60]):
            for simpler in simplify(item):
                yield kind([*value[:at], simpler, *value[at + 1 :]])
        for at, item in enumerate(value[:60]):
            if isinstance(item, list):  # a nested list is opened
                yield kind([*value[:at], *item, *value[at + 1 :]])
    elif isinstance(value, dict):
        yield from _simplify_dict(value)
    elif isinstance(value, Linked):
        if value.cycle >= 0:
            yield Linked(value.values)
        for part in _shorter(value.values):
            yield Linked(part, min(value.cycle, len(part) - 1))
        if value.cycle > 0:
            yield Linked(value.values, 0)
        for at, item in enumerate(value.values[:60]):
            for simpler in simplify(item):
                yield Linked([*value.values[:at], simpler, *value.values[at + 1 :]], value.cycle)
    elif isinstance(value, Tree):
        yield from _simplify_tree(value)


def _less_deep(value: Value) -> Iterator[Value]:
    """Offer what a deeply nested list holds further in, by halves: it is too deep to be walked."""
    spine: list[Value] = [value]
    while True:
        here = spine[-1]
        inner = (
            next((item for item in here if isinstance(item, list)), None) if isinstance(here, list) else None
        )
        if inner is None:
            break
        spine.append(inner)
    step = len(spine) // 2
    while step:
        yield spine[len(spine) - step]
        yield spine[step]
        step //= 2


def _simpler_integers(number: int) -> Iterator[int]:
    """Offer 0, 1, 2 and steps toward zero."""
    seen = {number}
    candidates = [0, 1, 2, 3, -1, -number if number < 0 else 0]
    step = abs(number) // 2
    while step:
        candidates.append(_toward_zero(number, step))
        step //= 2
    for candidate in candidates:
        if candidate not in seen and _number_cost(candidate) < _number_cost(number):
            seen.add(candidate)
            yield candidate


def _toward_zero(number: int, step: int) -> int:
    return number - step if number > 0 else number + step if number < 0 else 0


def _shorter(items: list[Value]) -> Iterator[list[Value]]:
    size = len(items)
    while size >= 1:
        for start in range(0, len(items), size):
            yield items[:start] + items[start + size :]
        size //= 2


def _simplify_dict(value: dict[Value, Value]) -> Iterator[Value]:
    for gone in value:  # a graph loses a node with its edges, any other dictionary a key
        yield {
            key: [item for item in held if item != gone] if isinstance(held, list) else held
            for key, held in value.items()
            if key != gone
        }
    for key, held in value.items():
        for simpler in simplify(held):
            yield {**value, key: simpler}


def _simplify_tree(tree: Tree) -> Iterator[Tree]:
    nested = _to_nested(tree)
    if nested is None:
        return
    yield Tree([])
    spots = list(_spots(nested))
    for spot in spots[:200]:  # a subtree alone; a subtree gone; a node replaced by its child
        _, left, right = spot
        for child in (left, right):
            if child is not None:
                yield _to_tree(child)
                if spot is not nested:
                    yield _to_tree(_replace(nested, spot, child))
                yield _to_tree(_replace(nested, child, None))
    for at, mark in enumerate(tree.levels[:200]):
        if mark is not None:
            for simpler in simplify(mark):
                yield Tree([*tree.levels[:at], simpler, *tree.levels[at + 1 :]])


_Nested = tuple[Value, "tuple | None", "tuple | None"]  # type: ignore[type-arg]
NESTED_CAP = 300
"""Trees with more nodes are first cut by the level, without recursion."""


def _to_nested(tree: Tree) -> tuple | None:  # type: ignore[type-arg]
    if not tree.levels or len(tree.levels) > 2 * NESTED_CAP:
        return None
    levels = tree.levels
    children: list[tuple[int, int]] = []
    at = 1
    order = [n for n, mark in enumerate(levels) if mark is not None]
    for _ in order:
        children.append((at, at + 1))
        at += 2
    spot_of = {n: rank for rank, n in enumerate(order)}
    made: dict[int, tuple] = {}  # type: ignore[type-arg]
    for rank in range(len(order) - 1, -1, -1):
        left, right = children[rank]
        made[rank] = (
            levels[order[rank]],
            made.get(spot_of[left]) if left in spot_of else None,
            made.get(spot_of[right]) if right in spot_of else None,
        )
    return made[0]


def _to_tree(nested: tuple | None) -> Tree:  # type: ignore[type-arg]
    levels: list[Value] = []
    row: list[tuple | None] = [nested]  # type: ignore[type-arg]
    for node in row:
        if node is None:
            levels.append(None)
            continue
        levels.append(node[0])
        row += [node[1], node[2]]
    return Tree(levels)


def _spots(nested: tuple) -> Iterator[tuple]:  # type: ignore[type-arg]
    row = [nested]
    for node in row:
        yield node
        row += [child for child in node[1:] if child is not None]


def _replace(nested: tuple, old: tuple, new: tuple | None) -> tuple | None:  # type: ignore[type-arg]
    """Return the nested tree with one node (by identity) replaced."""
    if nested is old:
        return new
    mark, left, right = nested
    return (
        mark,
        _replace(left, old, new) if left is not None else None,
        _replace(right, old, new) if right is not None else None,
    )


def _integers(value: Value) -> Iterator[int]:
    """Every integer in a value, without recursion."""
    pending = [value]
    while pending:
        here = pending.pop()
        if isinstance(here, int) and not isinstance(here, bool):
            yield here
        elif isinstance(here, (list, tuple)):
            pending.extend(here)
        elif isinstance(here, Tree):
            pending.extend(here.levels)
        elif isinstance(here, Linked):
            pending.extend(here.values)


def _renumber(calls: Calls, table: dict[int, int]) -> Calls:
    return tuple(
        Call(call.instance, call.method, tuple(_mapped(arg, table) for arg in call.args)) for call in calls
    )


def _mapped(value: Value, table: dict[int, int]) -> Value:
    if isinstance(value, int) and not isinstance(value, bool):
        return table.get(value, value)
    if isinstance(value, list) and len(value) <= 2_000:
        return [_mapped(item, table) for item in value] if _is_shallow(value) else value
    if isinstance(value, tuple):
        return tuple(_mapped(item, table) for item in value)
    if isinstance(value, Tree):
        return Tree([_mapped(item, table) for item in value.levels])
    if isinstance(value, Linked):
        return Linked([_mapped(item, table) for item in value.values], value.cycle)
    return value


def _is_shallow(value: Value) -> bool:
    """Is the nesting small enough for a recursive walk?"""
    pending = [(value, 0)]
    while pending:
        here, depth = pending.pop()
        if depth > 100:
            return False
        if isinstance(here, (list, tuple)):
            pending.extend((item, depth + 1) for item in here)
    return True


def _number_cost(number: int) -> int:
    return 2 * abs(number) + (number < 0)


def cost(calls: Calls) -> tuple[int, int, int, int]:
    """What shrinking minimises: calls, instances, elements, then the size of numbers and letters."""
    elements = weight = 0
    pending: list[Value] = [arg for call in calls for arg in call.args]
    while pending:
        here = pending.pop()
        elements += 1
        if isinstance(here, bool):
            weight += here
        elif isinstance(here, int):
            weight += _number_cost(here)
        elif isinstance(here, float):
            weight += 1 if here in (0.0, 1.0) else 3 if here == here and here.is_integer() else 5
        elif isinstance(here, str):
            elements += len(here)
            weight += sum(letter != "a" for letter in here)
        elif isinstance(here, (list, tuple, set)):
            pending.extend(here)
        elif isinstance(here, dict):
            pending.extend(here.keys())
            pending.extend(here.values())
        elif isinstance(here, Tree):
            pending.extend(mark for mark in here.levels if mark is not None)
        elif isinstance(here, Linked):
            elements += here.cycle >= 0
            weight += max(here.cycle, 0)
            pending.extend(here.values)
    return (len(calls), len({call.instance for call in calls}), elements, weight)
