"""Cost models of builtin functions, types and methods, by name: see `costs.py`.

A model is `model(costs, line, function, args, named)`: it calls the function, charges the line, and
returns the result. What is not in the tables costs nothing beyond the call itself.
"""

from __future__ import annotations

import bisect
import copy
import functools
import heapq
import itertools
import math
import statistics
from array import array
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from typing import Any

from judge.worker.costs import FRONT_ITERATORS, SIZED, Costs, digits, sort_comparisons

Model = Callable[[Costs, int, Any, tuple[Any, ...], dict[str, Any]], Any]


def _log2(n: int) -> int:
    return max(1, n.bit_length())


# -- functions and types ----------------------------------------------------------------------------


def _drains(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    """Walks its iterable arguments to the end: list, sum, set ..."""
    return function(*[costs.drained(line, arg) for arg in args], **named)


def _drains_keyed(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if len(args) == 1:
        args = (costs.drained(line, args[0]),)
    if named.get("key") is not None:
        named["key"] = costs.callee(line, named["key"])
    return function(*args, **named)


def _sums(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    start = args[1] if len(args) > 1 else named.get("start", 0)
    if type(start) in (list, tuple) and type(args[0]) in (list, tuple):
        grown = 0
        for part in args[0]:
            grown += len(part)
            costs.charge(line, grown)
    return function(costs.drained(line, args[0]), *args[1:], **named)


def _stops_early(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    return function(costs.consume(line, args[0]), *args[1:], **named)


def _sorts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    items = args[0]
    if type(items) not in SIZED:
        items = list(costs.consume(line, items))
    keys = list(items)
    key = named.get("key")
    if key is not None:
        keys, named["key"] = _recorded(costs, line, key)
    else:
        costs.charge(line, sort_comparisons(keys))
    made = function(items, *args[1:], **named)
    if key is not None:
        costs.charge(line, sort_comparisons(keys))
    return made


def _recorded(costs: Costs, line: int, key: Any) -> tuple[list[Any], Any]:
    """A key function that also keeps the keys, so that it is called no more often than before."""
    keys: list[Any] = []
    inner = costs.callee(line, key)

    def remember(item: Any) -> Any:
        made = inner(item)
        keys.append(made)
        return made

    return keys, remember


def _maps(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    first = costs.counted_function(line, args[0]) if args else None
    sources = [a if type(a) in SIZED else costs.drained(line, a) for a in args[1:]]
    return function(first, *sources, **named)


def _reduces(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    first = costs.counted_function(line, args[0])
    return function(first, costs.drained(line, args[1]), *args[2:], **named)


def _slices_lazily(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    return function(costs.consume(line, args[0]), *args[1:], **named)


def _advances(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if args and type(args[0]) in FRONT_ITERATORS:
        costs.tally.fronts += 1
    return function(*args, **named)


def _makes_text(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    made = function(*args, **named)
    if args and type(args[0]) is int:
        costs.charge(line, digits(args[0]) ** 2) if digits(args[0]) > 2 else None
    else:
        costs.text(line, len(made))
    return made


def _reads_number(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if args and type(args[0]) is str:
        costs.text(line, len(args[0]))
    return function(*args, **named)


def _hashes(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if args and type(args[0]) in (tuple, frozenset):
        costs.charge(line, len(args[0]))
    return function(*args, **named)


def _prints(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    for arg in args:
        if type(arg) is str:
            costs.text(line, len(arg))
        elif type(arg) in SIZED:
            costs.charge(line, len(arg))
    return function(*args, **named)


def _walks_arguments(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    for arg in args:
        if type(arg) in SIZED:
            costs.charge(line, len(arg))
        elif type(arg) is int:
            costs.charge(line, digits(arg)) if digits(arg) > 2 else None
    return function(*args, **named)


def _medians(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    items = list(costs.drained(line, args[0]))
    costs.charge(line, sort_comparisons(items))
    return function(items, *args[1:], **named)


# -- heapq and bisect ----------------------------------------------------------------------------


def _sifts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    costs.charge(line, _log2(len(args[0])))
    return function(*args, **named)


def _heapifies(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    costs.charge(line, len(args[0]))
    return function(*args, **named)


def _selects(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    k, source = args[0], args[1]
    if type(source) not in SIZED:
        source = list(costs.consume(line, source))
    if named.get("key") is not None:
        named["key"] = costs.callee(line, named["key"])
    costs.charge(line, len(source) * _log2(min(max(k, 1), len(source) + 1)))
    return function(k, source, *args[2:], **named)


def _bisects(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    span = len(args[0])
    costs.charge(line, _log2(span))
    if named.get("key") is not None:
        named["key"] = costs.callee(line, named["key"])
    return function(*args, **named)


def _insorts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    items = args[0]
    right = "left" not in function.__name__
    find = bisect.bisect_right if right else bisect.bisect_left
    if named.get("key") is None and type(items) is list:
        at = find(items, args[1])
        costs.charge(line, _log2(len(items)) + len(items) - at)
    else:
        costs.charge(line, _log2(len(items)) + len(items) // 2)
    return function(*args, **named)


# -- methods: the owner is function.__self__, or the first argument of an unbound method -------------


def _owner_length(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    costs.charge(line, len(function.__self__))
    return function(*args, **named)


def _inserts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    n, at = len(function.__self__), args[0]
    start = at if at >= 0 else max(0, n + at)
    costs.charge(line, max(0, n - start))
    return function(*args, **named)


def _deque_inserts(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    n, at = len(function.__self__), args[0]
    start = min(n, at if at >= 0 else max(0, n + at))
    costs.charge(line, min(start, n - start))
    return function(*args, **named)


def _deque_removes(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    owner = function.__self__
    before = len(owner)
    at = next((at for at, item in enumerate(owner) if item is args[0] or item == args[0]), before - 1)
    costs.charge(line, at + 1)
    return function(*args, **named)


def _pops(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    if args:
        n, at = len(function.__self__), args[0]
        moved = n - 1 - at if at >= 0 else -at - 1
        if moved > 0:
            costs.charge(line, moved)
    return function(*args, **named)


def _finds(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    owner = function.__self__
    try:
        at = function(*args, **named)
    except ValueError:
        costs.charge(line, len(owner))
        raise
    start = args[1] if len(args) > 1 and type(args[1]) is int and args[1] > 0 else 0
    costs.charge(line, max(1, (at + 1 if at >= 0 else len(owner)) - start))
    return at


def _extends(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    return function(*[costs.drained(line, arg) for arg in args], **named)


def _sorts_in_place(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    items = function.__self__
    key = named.get("key")
    if key is None:
        costs.charge(line, sort_comparisons(items))
        return function(*args, **named)
    keys, named["key"] = _recorded(costs, line, key)
    made = function(*args, **named)
    costs.charge(line, sort_comparisons(keys))
    return made


def _rotates(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    n = len(function.__self__)
    steps = (args[0] if args else 1) % n if n else 0
    costs.charge(line, min(steps, n - steps))
    return function(*args, **named)


def _set_walks_both(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    costs.charge(line, len(function.__self__))
    return _extends(costs, line, function, args, named)


def _set_intersects(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    for arg in args:
        if type(arg) in (set, frozenset):
            costs.charge(line, min(len(arg), len(function.__self__)))
        elif type(arg) in SIZED:
            costs.charge(line, len(arg))
    return function(*args, **named)


def _set_pops(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    costs.tally.fronts += 1
    return function(*args, **named)


def _text_walks(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    made = function(*args, **named)
    costs.text(line, len(function.__self__) + (len(made) if type(made) in SIZED else 0))
    return made


def _text_finds(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    owner = function.__self__
    try:
        at = function(*args, **named)
    except ValueError:
        costs.text(line, len(owner))
        raise
    costs.text(line, at + 1 if at >= 0 else len(owner))
    return at


def _text_compares(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    for part in args[0] if type(args[0]) is tuple else args[:1]:
        costs.text(line, len(part))
    return function(*args, **named)


def _joins(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    made = function(*[costs.drained(line, arg) for arg in args], **named)
    costs.text(line, len(made))
    return made


def _scans_text_arguments(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    for arg in args:
        if type(arg) is str:
            costs.text(line, len(arg))
    return function(*args, **named)


def _most_common(costs: Costs, line: int, function: Any, args: Any, named: Any) -> Any:
    n = len(function.__self__)
    k = args[0] if args and args[0] is not None else n
    if k == 1:
        costs.charge(line, n)
    elif k >= n:
        costs.charge(line, sort_comparisons(list(function.__self__.values())))
    else:
        costs.charge(line, n * _log2(k))
    return function(*args, **named)


FUNCTIONS: dict[Any, Model] = {}
METHODS: dict[tuple[type, str], Model] = {}


def _table() -> None:
    walks = (list, tuple, set, frozenset, dict, deque, Counter, OrderedDict, bytes, bytearray, array)
    for drains in (*walks, math.prod, math.fsum):
        FUNCTIONS[drains] = _drains
    for keyed in (min, max):
        FUNCTIONS[keyed] = _drains_keyed
    for early in (any, all):
        FUNCTIONS[early] = _stops_early
    FUNCTIONS.update(
        {
            sum: _sums,
            sorted: _sorts,
            map: _maps,
            filter: _maps,
            functools.reduce: _reduces,
            itertools.islice: _slices_lazily,
            next: _advances,
            str: _makes_text,
            repr: _makes_text,
            bin: _makes_text,
            int: _reads_number,
            float: _reads_number,
            hash: _hashes,
            print: _prints,
            copy.copy: _walks_arguments,
            math.gcd: _walks_arguments,
            math.dist: _walks_arguments,
            statistics.median: _medians,
            statistics.median_low: _medians,
            statistics.median_high: _medians,
            heapq.heapify: _heapifies,
            heapq.nlargest: _selects,
            heapq.nsmallest: _selects,
            bisect.bisect: _bisects,
            bisect.bisect_left: _bisects,
            bisect.bisect_right: _bisects,
            bisect.insort: _insorts,
            bisect.insort_left: _insorts,
            bisect.insort_right: _insorts,
        }
    )
    for sift in (heapq.heappush, heapq.heappop, heapq.heapreplace, heapq.heappushpop):
        FUNCTIONS[sift] = _sifts
    per_type: dict[type, dict[str, Model]] = {
        list: {
            **dict.fromkeys(("remove", "count", "copy", "clear", "reverse"), _owner_length),
            "insert": _inserts,
            "pop": _pops,
            "index": _finds,
            "extend": _extends,
            "sort": _sorts_in_place,
        },
        tuple: {"count": _owner_length, "index": _finds},
        deque: {
            **dict.fromkeys(("count", "copy", "clear", "reverse"), _owner_length),
            "remove": _deque_removes,
            "insert": _deque_inserts,
            "index": _finds,
            "extend": _extends,
            "extendleft": _extends,
            "rotate": _rotates,
        },
        dict: {"copy": _owner_length, "clear": _owner_length, "update": _extends},
        set: {
            **dict.fromkeys(
                ("union", "symmetric_difference", "difference", "issubset", "issuperset"),
                _set_walks_both,
            ),
            "intersection": _set_intersects,
            "isdisjoint": _set_intersects,
            "intersection_update": _set_walks_both,
            "update": _extends,
            "difference_update": _extends,
            "symmetric_difference_update": _extends,
            "copy": _owner_length,
            "clear": _owner_length,
            "pop": _set_pops,
        },
        str: {
            **dict.fromkeys(
                (
                    *("split", "rsplit", "splitlines", "partition", "rpartition", "replace"),
                    *("count", "lower", "upper", "title", "capitalize", "swapcase", "casefold"),
                    *("translate", "encode", "format", "strip", "lstrip", "rstrip", "zfill"),
                    *("ljust", "rjust", "center", "isdigit", "isalpha", "isalnum", "isspace"),
                    *("islower", "isupper", "isnumeric", "isdecimal", "expandtabs"),
                ),
                _text_walks,
            ),
            **dict.fromkeys(("find", "index", "rfind", "rindex"), _text_finds),
            "startswith": _text_compares,
            "endswith": _text_compares,
            "join": _joins,
        },
    }
    for kind, models in per_type.items():
        for name, model in models.items():
            METHODS[kind, name] = model
    for same, base in (
        (OrderedDict, dict),
        (defaultdict, dict),
        (Counter, dict),
        (frozenset, set),
        (bytes, str),
        (bytearray, list),
    ):
        for name, model in per_type[base].items():
            METHODS[same, name] = model
    for name in ("join", "find", "count", "decode"):
        METHODS[bytes, name] = _text_walks
    METHODS[bytes, "join"] = _joins
    METHODS[Counter, "most_common"] = _most_common
    METHODS[Counter, "update"] = _extends


_table()


def method_model(owner: Any, name: str) -> Model | None:
    """Return the model of a builtin method of `owner`, looked up along its base classes."""
    kind = type(owner)
    found = METHODS.get((kind, name))
    if found is not None or kind in SIZED:
        return found
    if kind.__name__ in ("Pattern", "Match"):
        return _scans_text_arguments
    for base in kind.__mro__[1:]:
        found = METHODS.get((base, name))
        if found is not None:
            return found
    return None
