"""Cost models of builtin functions and types: see `costs.py`; those of methods are in `method_models.py`.

A model is `model(costs, line, function, args, named)`: it calls the function, charges the line, and
returns the result. What is not in the tables costs nothing beyond the call itself.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable
from types import FunctionType, MethodType
from typing import Any

from judge.worker.builtin_facts import FRONT_ITERATORS, base_of, digits, sort_comparisons
from judge.worker.costs import Costs

Model = Callable[[Costs, int, Any, tuple[Any, ...], dict[str, Any]], Any]


def log2(n: int) -> int:
    return max(1, n.bit_length())


def positional(args: Any, named: dict[str, Any], *names: str) -> tuple[Any, ...]:
    """Return the arguments with those in front that were given by these names, which are taken out."""
    found = list(args)
    for name in names[len(found) :]:
        if name not in named:
            break
        found.append(named.pop(name))
    return tuple(found)


def unbound(model: Model) -> Model:
    """The model of a method that is called as a function: its owner comes first."""

    def run(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
        if not args:
            return function(**named)
        return model(costs, line, MethodType(function, args[0]), args[1:], named)

    return run


# -- functions and types ----------------------------------------------------------------------------


def drains(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """Walks its iterable arguments to the end: list, sum, set ..."""
    return function(*[costs.drained(line, arg) for arg in args], **named)


def drains_keyed(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if len(args) == 1:
        args = (costs.drained(line, args[0]),)
    if named.get("key") is not None:
        named["key"] = costs.callee(line, named["key"])
    return function(*args, **named)


def sums(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    start = args[1] if len(args) > 1 else named.get("start", 0)
    if type(start) in (list, tuple) and type(args[0]) in (list, tuple):
        grown = 0
        for part in args[0]:
            grown += len(part)
            costs.charge(line, grown)
    return function(costs.drained(line, args[0]), *args[1:], **named)


def stops_early(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    return function(costs.consume(line, args[0]), *args[1:], **named)


def sorts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    items = args[0]
    if base_of(type(items)) is None:
        items = list(costs.consume(line, items))
    keys = list(items)
    key = named.get("key")
    if key is not None:
        keys, named["key"] = recorded(costs, line, key)
    else:
        costs.charge(line, sort_comparisons(keys))
    made = function(items, *args[1:], **named)
    if key is not None:
        costs.charge(line, sort_comparisons(keys))
    return made


def recorded(costs: Costs, line: int, key: Any) -> tuple[list[Any], Any]:
    """A key function that also keeps the keys, so that it is called no more often than before."""
    keys: list[Any] = []
    inner = costs.callee(line, key)

    def remember(item: Any) -> Any:
        made = inner(item)
        keys.append(made)
        return made

    return keys, remember


def maps(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if not args:
        return function(**named)
    first = costs.counted_function(line, args[0])
    if type(args[0]) in (FunctionType, MethodType):  # it counts its own turns
        sources = [a if base_of(type(a)) is not None else costs.drained(line, a) for a in args[1:]]
    else:
        sources = [costs.consume(line, arg) for arg in args[1:]]
    return function(first, *sources, **named)


def reduces(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    first = costs.counted_function(line, args[0])
    return function(first, costs.drained(line, args[1]), *args[2:], **named)


def slices_lazily(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    return function(costs.consume(line, args[0]), *args[1:], **named)


def advances(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if args and type(args[0]) in FRONT_ITERATORS:
        costs.tally.fronts += 1
    return function(*args, **named)


def makes_text(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    made = function(*args, **named)
    if args and type(args[0]) is int:
        costs.charge(line, digits(args[0]) ** 2) if digits(args[0]) > 2 else None
    else:
        costs.text(line, len(made))
    return made


def reads_number(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if args and type(args[0]) is str:
        costs.text(line, len(args[0]))
    return function(*args, **named)


def hashes(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if args and type(args[0]) in (tuple, frozenset):
        costs.charge(line, len(args[0]))
    return function(*args, **named)


def prints(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    for arg in args:
        if type(arg) is str:
            costs.text(line, len(arg))
        else:
            costs.star(line, arg)
    return function(*args, **named)


def walks_arguments(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    for arg in args:
        if type(arg) is int:
            costs.charge(line, digits(arg)) if digits(arg) > 2 else None
        else:
            costs.star(line, arg)
    return function(*args, **named)


def medians(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    args = positional(args, named, "data")
    items = list(costs.drained(line, args[0]))
    costs.charge(line, sort_comparisons(items))
    return function(items, *args[1:], **named)


# -- heapq and bisect ----------------------------------------------------------------------------


def sifts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    costs.charge(line, log2(len(args[0])))
    return function(*args, **named)


def heapifies(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    costs.charge(line, len(args[0]))
    return function(*args, **named)


def selects(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    k, source, *_ = args = positional(args, named, "n", "iterable")
    if base_of(type(source)) is None:
        source = list(costs.consume(line, source))
    if named.get("key") is not None:
        named["key"] = costs.callee(line, named["key"])
    costs.charge(line, len(source) * log2(min(max(k, 1), len(source) + 1)))
    return function(k, source, *args[2:], **named)


def searched(args: Any, named: Any) -> tuple[int, int]:
    """Return the ends between which `bisect(items, x, lo, hi)` looks."""
    low = args[2] if len(args) > 2 else named.get("lo", 0)
    high = args[3] if len(args) > 3 else named.get("hi")
    return low, len(args[0]) if high is None else high


def bisects(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    args = positional(args, named, "a", "x")
    low, high = searched(args, named)
    costs.charge(line, log2(max(0, high - low)))
    if named.get("key") is not None:
        named["key"] = costs.callee(line, named["key"])
    return function(*args, **named)


def insorts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    args = positional(args, named, "a", "x")
    items = args[0]
    right = "left" not in function.__name__
    find = bisect.bisect_right if right else bisect.bisect_left
    if named.get("key") is None and type(items) is list:
        low, high = searched(args, named)
        at = find(items, args[1], low, high)
        costs.charge(line, log2(max(0, high - low)) + len(items) - at)
    else:
        costs.charge(line, log2(len(items)) + len(items) // 2)
    return function(*args, **named)
