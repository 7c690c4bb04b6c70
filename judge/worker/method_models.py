"""Cost models of the methods of built-in types, by name: see `models.py`.

The owner is `function.__self__`, or the first argument of an unbound method or of a function of `operator`.
"""

from __future__ import annotations

from typing import Any

from judge.worker.builtin_facts import BINARY, COMPARE, FLAT, SIZED, base_of, sort_comparisons
from judge.worker.costs import Costs
from judge.worker.models import log2, recorded

COMPARISONS = {function: op for op, function in COMPARE.items()}
COMBINATIONS = {function: name for name, function in BINARY.items()}


def owner_length(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    costs.charge(line, len(function.__self__))
    return function(*args, **named)


def inserts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    n, at = len(function.__self__), args[0]
    start = at if at >= 0 else max(0, n + at)
    costs.charge(line, max(0, n - start))
    return function(*args, **named)


def deque_inserts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    n, at = len(function.__self__), args[0]
    start = min(n, at if at >= 0 else max(0, n + at))
    costs.charge(line, min(start, n - start))
    return function(*args, **named)


def deque_removes(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    owner = function.__self__
    before = len(owner)
    at = next((at for at, item in enumerate(owner) if item is args[0] or item == args[0]), before - 1)
    costs.charge(line, at + 1)
    return function(*args, **named)


def pops(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if args:
        n, at = len(function.__self__), args[0]
        moved = n - 1 - at if at >= 0 else -at - 1
        if moved > 0:
            costs.charge(line, moved)
    return function(*args, **named)


def window(owner: Any, args: Any) -> tuple[int, int]:
    """Return the ends between which `owner.find(x, start, stop)` looks."""
    start, stop = (*args[1:3], None, None)[:2]
    low, high, _ = slice(start, stop).indices(len(owner))
    return low, max(low, high)


def finds(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    low, high = window(function.__self__, args)
    try:
        at = function(*args, **named)
    except ValueError:
        costs.charge(line, high - low)
        raise
    costs.charge(line, max(1, at + 1 - low))
    return at


def finds_of(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """`operator.indexOf`."""
    source = args[0]
    if base_of(type(source)) is None:
        return function(costs.consume(line, source), *args[1:], **named)
    try:
        at = function(*args, **named)
    except ValueError:
        costs.charge(line, len(source))
        raise
    costs.charge(line, at + 1)
    return at


def counts_of(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """`operator.countOf`."""
    return function(costs.drained(line, args[0]), *args[1:], **named)


def contains(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """`operator.contains`."""
    return costs.compare(line, "in", args[1], args[0])


def compares(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """`operator.lt` and the like."""
    return costs.compare(line, COMPARISONS[function], *args)


def combines(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """`operator.add` and the like."""
    return costs.binary(line, COMBINATIONS[function], *args)


def gets_item(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """`operator.getitem`."""
    return costs.item(line, *args)


def deletes_item(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """`operator.delitem`."""
    return costs.delete(line, *args)


def extends(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    return function(*[costs.drained(line, arg) for arg in args], **named)


def sorts_in_place(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    items = function.__self__
    key = named.get("key")
    if key is None:
        costs.charge(line, sort_comparisons(items))
        return function(*args, **named)
    keys, named["key"] = recorded(costs, line, key)
    made = function(*args, **named)
    costs.charge(line, sort_comparisons(keys))
    return made


def rotates(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    n = len(function.__self__)
    steps = (args[0] if args else 1) % n if n else 0
    costs.charge(line, min(steps, n - steps))
    return function(*args, **named)


def set_walks_both(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    costs.charge(line, len(function.__self__))
    return extends(costs, line, function, args, named)


def set_tests_all(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """`issuperset`: looks up what it is given, to the first that is missing."""
    owner, other = function.__self__, args[0]
    if base_of(type(other)) is None:
        return function(costs.consume(line, other), **named)
    if type(other) in (set, frozenset) and len(other) > len(owner):
        return function(other)
    looked_up = next((at for at, item in enumerate(other, 1) if item not in owner), len(other))
    costs.charge(line, looked_up)
    return function(other)


def set_is_tested(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """`issubset`: of two sets the smaller decides; anything else becomes a set first."""
    owner, other = function.__self__, args[0]
    if type(other) not in (set, frozenset):
        return function(costs.drained(line, other))
    if len(owner) <= len(other):
        costs.charge(line, next((at for at, item in enumerate(owner, 1) if item not in other), len(owner)))
    return function(other)


def set_intersects(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    for arg in args:
        if type(arg) in (set, frozenset):
            costs.charge(line, min(len(arg), len(function.__self__)))
        else:
            costs.star(line, arg)
    return function(*args, **named)


def set_pops(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    costs.tally.fronts += 1
    return function(*args, **named)


def text_walks(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    made = function(*args, **named)
    costs.text(line, len(function.__self__) + (len(made) if type(made) in SIZED else 0))
    return made


def makes(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """C code without a model of its own: a text or an array that it makes costs at least its length."""
    made = function(*args, **named)
    owner, kind = function.__self__, type(made)
    fresh = kind in FLAT or (kind is list and type(owner) in FLAT | {memoryview})
    if fresh and made is not owner and not any(made is arg for arg in args):
        costs.text(line, len(made))
    return made


def text_finds(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    low, high = window(function.__self__, args)
    try:
        at = function(*args, **named)
    except ValueError:
        costs.text(line, high - low)
        raise
    walked = high - at if function.__name__.startswith("r") else at + 1 - low
    costs.text(line, walked if at >= 0 else high - low)
    return at


def text_counts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    low, high = window(function.__self__, args)
    costs.text(line, high - low)
    return function(*args, **named)


def text_compares(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    for part in args[0] if type(args[0]) is tuple else args[:1]:
        costs.text(line, len(part))
    return function(*args, **named)


def joins(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    made = function(*[costs.drained(line, arg) for arg in args], **named)
    costs.text(line, len(made))
    return made


def scans_text_arguments(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    for arg in args:
        if type(arg) is str:
            costs.text(line, len(arg))
    return function(*args, **named)


def most_common(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    n = len(function.__self__)
    k = args[0] if args and args[0] is not None else n
    if k == 1:
        costs.charge(line, n)
    elif k >= n:
        costs.charge(line, sort_comparisons(list(function.__self__.values())))
    else:
        costs.charge(line, n * log2(k))
    return function(*args, **named)
