"""Checkers: is this output right?

A checker is called with (expected, actual, args) and returns "" for a right answer, or the reason, in one
line that a contestant may read. `expected` is what the model answered, `actual` what the submission did,
rebuilt from plain data: it is always made of exact built-in types.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection

from judge.wire.nodes import Linked, Opaque, Tree, Value

Checker = Callable[[Value, Value, tuple[Value, ...]], str]

WRONG = "wrong value"
MISSHAPEN = "not an answer of the required form"
SHOWN = 400
"""Characters of a value that a report shows."""
LONG_LIST = 40
"""Elements from which on a reason says where a list is wrong."""
ELEMENT = 120
"""Letters of an element that a reason shows."""


class CheckerError(Exception):
    """A checker raises over the model's own answer: the author's mistake, and what it raised is the cause."""


def reason_of(checker: Checker, wanted: Value, found: Value, args: tuple[Value, ...]) -> str:
    """Ask a checker. One that raises has said no: it may assume that an answer has the right shape.

    Raises CheckerError where it raises over the model's own answer, too.
    """
    try:
        return checker(wanted, found, args)
    except Exception:
        try:
            checker(wanted, wanted, args)
        except Exception as error:
            words = f"a checker raises {type(error).__name__} over the model's own answer: {error}"
            raise CheckerError(words) from error
        return MISSHAPEN


def show(value: Value, most: int = SHOWN) -> str:
    """Return a value as a report shows it, in at most so many characters and their number."""
    try:
        text = repr(value)
    except (RecursionError, ValueError):  # nested deep; an integer past the limit for decimal text
        text = f"a {type(value).__name__} too large to show"
    return text if len(text) <= most else text[: most - 20] + f" ... ({len(text)} characters)"


def exact(expected: Value, actual: Value, args: tuple[Value, ...] = ()) -> str:
    """The same value; a tuple is as good as a list, 2.0 as good as 2, but True is not 1."""
    return "" if same(expected, actual) else _place(expected, actual)


def strict(expected: Value, actual: Value, args: tuple[Value, ...] = ()) -> str:
    """The same value of the same type all the way down."""
    return "" if same(expected, actual, strictly=True) else _place(expected, actual, strictly=True)


def _place(expected: Value, actual: Value, *, strictly: bool = False) -> str:
    """Say where long lists differ, of which a report shows the beginning only."""
    if not (isinstance(expected, (list, tuple)) and isinstance(actual, (list, tuple))):
        return WRONG
    if max(len(expected), len(actual)) < LONG_LIST:
        return WRONG
    pairs = enumerate(zip(expected, actual, strict=False))
    said = [f"{len(actual)} elements instead of {len(expected)}"] if len(actual) != len(expected) else []
    for at, (wanted, found) in pairs:
        if not same(wanted, found, strictly=strictly):
            said.append(f"[{at}] is {show(found, ELEMENT)} instead of {show(wanted, ELEMENT)}")
            break
    return "; ".join(said) or WRONG  # lists of another type


def same(expected: Value, actual: Value, *, strictly: bool = False) -> bool:
    """Compare two plain values without recursion, so that nesting cannot exhaust the judge's stack."""
    pending = [(expected, actual)]
    while pending:
        left, right = pending.pop()
        if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
            if len(left) != len(right) or (strictly and type(left) is not type(right)):
                return False
            pending.extend(zip(left, right, strict=True))
        elif isinstance(left, dict) and isinstance(right, dict):
            if not _same_elements(left, right, strictly):
                return False
            pending.extend((left[key], right[key]) for key in left)
        elif isinstance(left, (set, frozenset)) and isinstance(right, (set, frozenset)):
            if not _same_elements(left, right, strictly):
                return False
        elif isinstance(left, Tree) and isinstance(right, Tree):
            pending.append((left.levels, right.levels))
        elif isinstance(left, Linked) and isinstance(right, Linked):
            if left.cycle != right.cycle:
                return False
            pending.append((left.values, right.values))
        elif not _same_leaf(left, right, strictly):
            return False
    return True


def _same_elements(left: Collection[Value], right: Collection[Value], strictly: bool) -> bool:
    """Whether sets or keys are the same, and no True stands for a 1."""
    mine = {item: item for item in left}
    return len(left) == len(right) and all(
        item in mine and _same_leaf(mine[item], item, strictly) for item in right
    )


def _same_leaf(left: Value, right: Value, strictly: bool) -> bool:
    if isinstance(right, Opaque) or isinstance(left, bool) != isinstance(right, bool):
        return False
    if isinstance(left, (Tree, Linked)) or isinstance(right, (Tree, Linked)):
        return _is_empty(left) and _is_empty(right)
    if strictly and type(left) is not type(right):
        return False
    if isinstance(left, float) and left != left:
        return isinstance(right, float) and right != right
    return left == right


def _is_empty(value: Value) -> bool:
    return (
        value is None
        or (isinstance(value, Tree) and not value.levels)
        or (isinstance(value, Linked) and not value.values)
    )


def close(absolute: float = 0.0, relative: float = 0.0) -> Checker:
    """Numbers within a tolerance: |actual - expected| <= max(absolute, relative * |expected|).

    Lists are compared element by element. Integers and floats are numbers, booleans are not; infinity and
    not-a-number are right only where they are expected.
    """

    def check(expected: Value, actual: Value, args: tuple[Value, ...] = ()) -> str:
        pending = [(expected, actual)]
        while pending:
            left, right = pending.pop()
            if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
                if len(left) != len(right):
                    return WRONG
                pending.extend(zip(left, right, strict=True))
            elif isinstance(left, (int, float)) and not isinstance(left, bool):
                reason = _off(left, right, absolute, relative)
                if reason:
                    return reason
            elif not same(left, right):
                return WRONG
        return ""

    return check


def _off(expected: int | float, actual: Value, absolute: float, relative: float) -> str:
    if isinstance(actual, bool) or not isinstance(actual, (int, float)):
        return "not a number"
    if expected != expected or actual != actual:
        return "" if expected != expected and actual != actual else WRONG
    if expected == actual:
        return ""
    try:
        if math.isinf(expected):
            return WRONG
        bound = max(absolute, relative * abs(expected))
        return "" if abs(actual - expected) <= bound else f"off by more than {bound:g}"
    except OverflowError:
        return WRONG


def unordered(*, within: bool = False) -> Checker:
    """The same elements, each as often, in any order; with `within` also inside each element."""

    def check(expected: Value, actual: Value, args: tuple[Value, ...] = ()) -> str:
        if not isinstance(actual, (list, tuple, set)):
            return "not a list"
        if not isinstance(expected, (list, tuple, set)):
            return WRONG
        left, right = _canon(expected, within), _canon(actual, within)
        return "" if left == right else _difference(left, right)

    return check


def _difference(expected: list[str], actual: list[str]) -> str:
    """Say in one line what tells two lists of elements apart."""
    wanted, found = Counter(expected), Counter(actual)
    said = [f"{len(actual)} elements, expected {len(expected)}"] if len(actual) != len(expected) else []
    for words, lacking in (("missing", wanted - found), ("too many", found - wanted)):
        if lacking:
            first = min(lacking, key=len)
            said.append(f"{words}: {first if len(first) <= ELEMENT else first[: ELEMENT - 4] + ' ...'}")
    return "not the same elements: " + "; ".join(said)


def _canon(items: Value, within: bool) -> list[str]:
    assert isinstance(items, (list, tuple, set))
    texts = []
    for item in items:
        if within and isinstance(item, (list, tuple, set)):
            texts.append("[" + ", ".join(sorted(_text(part) for part in item)) + "]")
        else:
            texts.append(_text(item))
    return sorted(texts)


def _text(item: Value) -> str:
    """One text for values that `same` calls equal."""
    if isinstance(item, (list, tuple)):
        return "[" + ", ".join(_text(part) for part in item) + "]"
    if isinstance(item, dict):
        return "{" + ", ".join(sorted(f"{_text(key)}: {_text(part)}" for key, part in item.items())) + "}"
    if isinstance(item, (set, frozenset)):
        return "{" + ", ".join(sorted(_text(part) for part in item)) + "}"
    if isinstance(item, float) and item.is_integer():
        return repr(int(item))
    return repr(item)


def any_valid(predicate: Callable[..., object]) -> Checker:
    """Any answer for which `predicate(answer, *args)` is true, or returns "" instead of a reason.

    A predicate may assume the right shape: one that raises has said no (`reason_of`).
    """

    def check(expected: Value, actual: Value, args: tuple[Value, ...] = ()) -> str:
        if isinstance(actual, Opaque):
            return f"returned a value of type {actual.text}"
        found = predicate(actual, *args)
        if isinstance(found, str):
            return found
        return "" if found else "not a valid answer"

    return check
