"""One value -> simpler values of the same kind; and how simple a value is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from judge.wire.nodes import Linked, Tree, Value

T = TypeVar("T")


def simplify(value: Value) -> Iterator[Value]:
    """Offer simpler values of the same kind, the simplest first."""
    if isinstance(value, bool):
        if value:
            yield False
    elif isinstance(value, int):
        yield from simpler_integers(value)
    elif isinstance(value, float):
        yield from (float(n) for n in (0, 1, int(value)) if value == value and abs(value) < 1e300)
    elif isinstance(value, str):
        yield from fewer(value)
        for at, letter in enumerate(value[:50]):
            if letter != "a":
                yield value[:at] + "a" + value[at + 1 :]
    elif isinstance(value, (list, tuple)) and not _is_shallow(value):
        yield from _less_deep(value)
    elif isinstance(value, (list, tuple)):
        kind = type(value)
        yield from fewer(value)
        for at, item in enumerate(value[:60]):
            for simpler in simplify(item):
                yield kind([*value[:at], simpler, *value[at + 1 :]])
        for at, item in enumerate(value[:60]):
            if isinstance(item, list):  # a nested list is opened
                yield kind([*value[:at], *item, *value[at + 1 :]])
    elif isinstance(value, dict):
        yield from fewer(value)
        for key, held in value.items():
            for simpler in simplify(held):
                yield {**value, key: simpler}
    elif isinstance(value, Linked):
        if value.cycle >= 0:
            yield Linked(value.values)
        yield from fewer(value)
        if value.cycle > 0:
            yield Linked(value.values, 0)
        for at, item in enumerate(value.values[:60]):
            for simpler in simplify(item):
                yield Linked([*value.values[:at], simpler, *value.values[at + 1 :]], value.cycle)
    elif isinstance(value, Tree):
        yield from _simplify_tree(value)


def fewer(value: Value) -> Iterator[Value]:
    """Offer a value of the same kind with fewer elements; nothing for a tree, whose nodes hang together."""
    if isinstance(value, str):
        yield from ("".join(part) for part in shorter(list(value)))
    elif isinstance(value, (list, tuple)) and _is_shallow(value):
        yield from map(type(value), shorter(list(value)))
    elif isinstance(value, dict):
        for gone in value:  # a graph loses a node with its edges, any other dictionary a key
            yield {
                key: [item for item in held if item != gone] if isinstance(held, list) else held
                for key, held in value.items()
                if key != gone
            }
    elif isinstance(value, Linked):
        for values in shorter(value.values):
            yield Linked(values, min(value.cycle, len(values) - 1))


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


LARGE = 1 << 64
FINE_BITS = 20
"""A large number is simple enough to within a millionth: a thousand bits are a thousand steps."""


def simpler_integers(number: int) -> Iterator[int]:
    """Offer 0, 1, 2, for large numbers ones with fewer bits, and steps toward zero."""
    seen = {number}
    candidates = [0, 1, 2, 3, -1, -number if number < 0 else 0]
    if abs(number) >= LARGE:
        bits = abs(number).bit_length()
        candidates += ((1 if number > 0 else -1) << (bits - step) for step in halves(bits))
    candidates += (toward_zero(number, step) for step in halves(number))
    for candidate in candidates:
        if candidate not in seen and _number_cost(candidate) < _number_cost(number):
            seen.add(candidate)
            yield candidate


def halves(number: int) -> Iterator[int]:
    """Offer steps of a half of it, a quarter ... down to 1, or what is fine enough."""
    step = abs(number) // 2
    least = abs(number) >> FINE_BITS if abs(number) >= LARGE else 0
    while step > least:
        yield step
        step //= 2


def toward_zero(number: int, step: int) -> int:
    return number - step if number > 0 else number + step if number < 0 else 0


def shorter(items: list[T]) -> Iterator[list[T]]:
    """Offer the items without all of them, without each half, each quarter ... and without each one."""
    size = len(items)
    while size >= 1:
        for start in range(0, len(items), size):
            yield items[:start] + items[start + size :]
        size //= 2


def _simplify_tree(tree: Tree) -> Iterator[Tree]:
    if not tree.levels:
        return
    yield Tree([])
    nested = _to_nested(tree)
    if nested is None:
        yield from _cut(tree.levels)
        return
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


def _cut(levels: list[Value]) -> Iterator[Tree]:
    """Offer the upper part of a large tree, and what hangs below one node of it, by halves."""
    places = [at for at, mark in enumerate(levels) if mark is not None]
    rank = {at: number for number, at in enumerate(places)}
    step = len(places) // 2
    while step:
        yield Tree(levels[: places[len(places) - step]])
        row, below = [step], [levels[places[step]]]
        for number in row:
            for child in (2 * number + 1, 2 * number + 2):
                there = child in rank
                below.append(levels[child] if there else None)
                if there:
                    row.append(rank[child])
        yield Tree(below)
        step //= 2


_Nested = tuple[Value, "tuple | None", "tuple | None"]  # type: ignore[type-arg]
NESTED_CAP = 300
"""Trees with more nodes are only cut, without recursion: see _cut."""


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


def leaves_in(value: Value, kind: type[T]) -> Iterator[T]:
    """Every integer, or every text, in a value; without recursion."""
    pending = [value]
    while pending:
        here = pending.pop()
        if isinstance(here, kind) and not isinstance(here, bool):
            yield here
        elif isinstance(here, (list, tuple)):
            pending.extend(here)
        elif isinstance(here, Tree):
            pending.extend(here.levels)
        elif isinstance(here, Linked):
            pending.extend(here.values)


def map_leaves(value: Value, table: dict[T, T], kind: type[T]) -> Value:
    """Return the value with its integers, or its texts, changed as the table says."""

    def mapped(here: Value) -> Value:
        if isinstance(here, kind) and not isinstance(here, bool):
            return table.get(here, here)
        if isinstance(here, list) and len(here) <= 2_000:
            return [mapped(item) for item in here]
        if isinstance(here, tuple):
            return tuple(mapped(item) for item in here)
        if isinstance(here, Tree):
            return Tree([mapped(item) for item in here.levels])
        if isinstance(here, Linked):
            return Linked([mapped(item) for item in here.values], here.cycle)
        return here

    return mapped(value) if _is_shallow(value) else value


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


def weigh(values: list[Value]) -> tuple[int, int]:
    """Return how many elements the values have in all, and the size of their numbers and letters."""
    elements = weight = 0
    pending = list(values)
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
    return elements, weight
