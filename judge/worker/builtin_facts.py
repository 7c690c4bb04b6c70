"""Facts about built-in types and operators that the counting of costs rests on."""

from __future__ import annotations

import operator
from array import array
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from typing import Any

SHORT_TEXT = 32
"""Text up to this length costs nothing: the decimal digits of n would look like log n. No more than a label's
length, since a cost that begins late is offset from its class at every size."""
DIGIT_BITS = 30
"""Bits in one digit of CPython's integers."""
WORD = 1 << 62
DEQUE_BLOCK = 64
"""Elements in one block of a deque: indexing into the middle walks blocks."""

VALUES: frozenset[type] = frozenset({type({}.values()), type(OrderedDict().values())})
SIZED: frozenset[type] = VALUES | {
    *(list, tuple, dict, set, frozenset, str, bytes, bytearray, array, range, deque),
    *(OrderedDict, defaultdict, Counter, type({}.keys()), type({}.items())),
    *(type(OrderedDict().keys()), type(OrderedDict().items())),
}
_BASES: dict[tuple[type, str], type | None] = {}


def base_of(kind: type, method: str = "__iter__") -> type | None:
    """Return the builtin container whose `method` objects of this type have, which may be a base class's.

    None where they have one of their own, which counts its own turns, or are no container.
    """
    try:
        if kind in SIZED:
            return kind
        key = kind, method
        if key not in _BASES:
            own = getattr(kind, method, None)
            _BASES[key] = next((b for b in kind.__mro__ if b in SIZED and getattr(b, method, 0) is own), None)
        return _BASES[key]
    except TypeError:  # a class whose metaclass made it unhashable
        return None


def size_of(value: Any) -> int | None:
    """Return the length of a builtin container, or of what walks as one does; None for all else."""
    base: Any = base_of(type(value))
    return None if base is None else base.__len__(value)


TEXT: frozenset[type] = frozenset({str, bytes})
MOVING: frozenset[type] = frozenset({list, bytearray, array})
"""What stands behind a place moves when something is put there or taken away."""
FLAT: frozenset[type] = TEXT | {bytearray, array}
"""What holds no objects: what its methods return was just made."""
RANDOM_ACCESS: frozenset[type] = frozenset({list, tuple})
FRONT_ITERATORS: frozenset[type] = frozenset(
    {type(iter({})), type(iter({}.values())), type(iter({}.items())), type(iter(set()))}
)
ORDERABLE: frozenset[type] = frozenset({int, float, str, bytes, tuple, bool, list})

COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "Add": operator.add,
    "Sub": operator.sub,
    "Mult": operator.mul,
    "FloorDiv": operator.floordiv,
    "Mod": operator.mod,
    "Pow": operator.pow,
    "LShift": operator.lshift,
    "RShift": operator.rshift,
    "BitOr": operator.or_,
    "BitAnd": operator.and_,
    "BitXor": operator.xor,
}
ARGUMENT_MODULES = frozenset({"statistics", "re", "textwrap", "json", "string", "fractions"})
"""Python modules whose functions hand whole arguments to C."""


def digits(value: int) -> int:
    return abs(value).bit_length() // DIGIT_BITS


def sort_comparisons(keys: list[Any]) -> int:
    """Estimate Timsort's comparisons on `keys`: n, plus n for each doubling of the natural runs."""
    n = len(keys)
    if n < 2 or any(type(key) not in ORDERABLE for key in (keys[0], keys[n // 2], keys[-1])):
        return n  # the comparisons of the submission's own classes are counted where they run
    runs, at = 0, 0
    try:
        while at < n:
            runs += 1
            at += 1
            if at < n:
                if keys[at] < keys[at - 1]:
                    while at < n and keys[at] < keys[at - 1]:
                        at += 1
                else:
                    while at < n and not keys[at] < keys[at - 1]:
                        at += 1
    except TypeError:
        return n
    return n + int(n * (runs.bit_length() - 1 + (runs / (1 << (runs.bit_length() - 1)) - 1)))
