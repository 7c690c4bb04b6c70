"""What the operators and statements that work on built-in containers cost.

In elements moved, copied or compared: a rough reading of CPython's sources. `del xs[at]` moves what stands
behind the place, `x in xs` compares up to where it is found, `a + b` copies both. Constant time is free.
"""

from __future__ import annotations

import operator
from array import array
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import Any

from judge.worker.builtin_facts import (
    BINARY,
    COMPARE,
    DEQUE_BLOCK,
    MOVING,
    ORDERABLE,
    RANDOM_ACCESS,
    SHORT_TEXT,
    SIZED,
    TEXT,
    VALUES,
    WORD,
    base_of,
    digits,
    size_of,
)
from judge.worker.tally import Tally


class ContainerCosts:
    """The counters of expressions. Each does what the original does, returns what it returns, and charges the
    line, by its row in the tally."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.last_added = 0

    # -- tallying ------------------------------------------------------------------------------

    def turn(self, line: int) -> bool:
        self.tally.turns[line] += 1
        return True

    def charge(self, line: int, cost: int) -> None:
        self.tally.touches[line] += cost
        self.tally.events[line] += 1

    def text(self, line: int, length: int) -> None:
        if length > SHORT_TEXT:
            self.charge(line, length)

    def consume(self, line: int, source: Iterable[Any]) -> Iterator[Any]:
        """Yield from `source`, one touch an item."""
        touches = self.tally.touches
        self.tally.events[line] += 1
        for item in source:
            touches[line] += 1
            yield item

    def drained(self, line: int, source: Any) -> Any:
        """Charge for walking all of `source`; an iterator is charged as it is consumed."""
        if size_of(source) is not None:
            return self.star(line, source)
        if hasattr(type(source), "__next__"):
            return self.consume(line, source)
        if type(source) is memoryview:
            self.charge(line, len(source))
        return source

    # -- expressions -------------------------------------------------------------------------------

    def star(self, line: int, source: Any) -> Any:
        size = size_of(source)
        if size is not None:
            self.charge(line, size)
        return source

    def item(self, line: int, source: Any, index: Any) -> Any:
        found = source[index]
        base = base_of(type(source), "__getitem__")
        if base is not None:
            self.charge_item(line, base, source, index, found)
        return found

    def charge_item(self, line: int, base: type, source: Any, index: Any, found: Any) -> None:
        kind = type(index)
        if kind is slice:
            if type(found) in TEXT:
                self.text(line, len(found))
            elif type(found) in SIZED and type(found) is not range:
                self.charge(line, len(found))
        elif base is deque:
            n = deque.__len__(source)
            at = index if index >= 0 else index + n
            walked = min(at, n - at) // DEQUE_BLOCK
            if walked:
                self.charge(line, walked)
        elif kind is tuple and len(index) > 8:
            self.charge(line, len(index))

    def delete(self, line: int, source: Any, index: Any) -> None:
        base: Any = base_of(type(source), "__delitem__")
        n = base.__len__(source) if base is not None else 0
        del source[index]
        if base is not None:
            self.charge_removal(line, base, n, index)

    def charge_removal(self, line: int, base: type, n: int, index: Any) -> None:
        """`n`: how long it was before."""
        if base in MOVING:
            start = index.indices(n)[0] if type(index) is slice else operator.index(index)
            if base is not bytearray or start % max(1, n):  # which only notes that its front has gone
                self.charge(line, n - start if start >= 0 else -start)
        elif base is deque:
            at = index if index >= 0 else index + n
            self.charge(line, min(at, n - at))

    def set_slice(self, line: int, value: Any, target: Any, index: slice) -> None:
        base: Any = base_of(type(target), "__setitem__")
        before = base.__len__(target) if base in MOVING else 0
        target[index] = value
        if base in MOVING:
            self.charge_slice(line, base, target, index, value, before)

    def charge_slice(self, line: int, base: Any, target: Any, index: slice, value: Any, before: int) -> None:
        if base not in MOVING:
            return
        after = base.__len__(target)
        start = index.indices(before)[0]
        moved = before - start if after != before else 0
        if base is bytearray and start == 0 and after < before:
            moved = 0
        given = size_of(value)
        self.charge(line, moved + (max(0, after - before) if given is None else given))

    def compare(self, line: int, op: str, left: Any, right: Any) -> Any:
        kind = type(right)
        if op == "in" or op == "not in":
            found = left in right
            base = base_of(kind, "__contains__")
            if base is not None:
                self.charge_search(line, base, right, left, found)
            return found if op == "in" else not found
        answer = COMPARE[op](left, right)
        if kind is not type(left):
            return answer
        if kind is int:
            if (right >= WORD or right <= -WORD) and digits(left) == digits(right):
                self.charge(line, digits(left) + 1)  # CPython compares the lengths first
            return answer
        base = base_of(kind, "__eq__" if op in ("==", "!=") else "__lt__")
        if base is not None:
            self._charge_comparison(line, op, base, left, right)
        return answer

    def charge_search(self, line: int, base: Any, source: Any, wanted: Any, found: bool) -> None:
        n = base.__len__(source)
        if base in (list, tuple, deque, bytearray, array):
            try:
                self.charge(line, base.index(source, wanted) + 1 if found else n)
            except ValueError:  # equal once, and not again
                self.charge(line, n)
        elif base in TEXT and n > SHORT_TEXT:
            self.charge(line, base.find(source, wanted) + 1 if found else n)
        elif base in VALUES:
            self.charge(line, n)

    def _charge_comparison(self, line: int, op: str, base: Any, left: Any, right: Any) -> None:
        """What two of the same type compare before they differ; objects of the submission's own are not asked
        again, since their comparison may run as long as all of it."""
        a, b = base.__len__(left), base.__len__(right)
        n = min(a, b)
        if (base in TEXT and n <= SHORT_TEXT) or (op in ("==", "!=") and a != b):
            return
        if base in RANDOM_ACCESS or base in TEXT:
            pairs = zip(base.__iter__(left), base.__iter__(right), strict=False)
            n = next((at for at, (x, y) in enumerate(pairs) if x is not y and _differ(x, y)), n)
        self.charge(line, n + 1)

    def binary(self, line: int, name: str, left: Any, right: Any) -> Any:
        made = BINARY[name](left, right)
        kind = type(made)
        if kind is int:
            if -WORD < made < WORD and (type(left) is not int or -WORD < left < WORD):
                return made
            if type(left) is not int or type(right) is not int:
                return made  # of the submission's own: it counts its turns
            a, b = digits(left), digits(right)
            if name == "Mult":
                self.charge(line, max(a, b) * min(a, b) if min(a, b) < 70 else int((a * b) ** 0.79))
            elif name in ("FloorDiv", "Mod"):
                self.charge(line, max(a, (a - b + 1) * b))
            elif name == "Pow":
                self.charge(line, int(digits(made) ** 1.58))
            elif name == "RShift":
                self.charge(line, digits(made))
            elif name == "BitAnd" and left >= 0 and right >= 0:
                self.charge(line, min(a, b))
            else:
                self.charge(line, max(a, b, digits(made)))
        elif kind in TEXT:
            self.text(line, len(made))
        elif kind in (set, frozenset, Counter):
            small = name == "BitAnd" and kind is not Counter
            a, b = (len(side) if type(side) in SIZED else 0 for side in (left, right))
            both = a if name == "Sub" else min(a, b) if small else a + b
            self.charge(line, both)
        elif kind in SIZED:
            self.charge(line, len(made))
        return made

    def added(self, line: int, value: Any) -> Any:
        kind = type(value)
        if kind in SIZED:
            self.last_added = len(value)
        elif hasattr(kind, "__next__"):
            self.last_added = 0
            return self.consume(line, value)
        else:
            self.last_added = 0
        return value

    def grown(self, line: int, op: str, value: Any, in_place: bool) -> None:
        kind = type(value)
        if kind is int:
            if value >= WORD or value <= -WORD:
                self.charge(line, digits(value))
        elif kind is str:
            self.text(line, self.last_added if in_place and op != "Mult" else len(value))
        elif kind in (tuple, bytes) or (kind in (list, deque) and op in ("Rebind", "Mult")):
            self.charge(line, len(value))
        elif kind is frozenset or (kind is set and op == "BitAnd") or (kind is Counter and op != "BitOr"):
            self.charge(line, len(value) + self.last_added)  # they make a new one
        elif kind in SIZED:
            self.charge(line, self.last_added)

    def grown_item(self, line: int, op: str, source: Any, index: Any) -> None:
        """Charge for what `source[index]` grew to, where looking at it once more runs no code of its own."""
        if type(source) in SIZED:
            try:
                value = source[index]
            except LookupError:
                return
            self.grown(line, op, value, False)

    def made(self, line: int, text: str) -> str:
        self.text(line, len(text))
        return text


def _differ(left: Any, right: Any) -> bool:
    """Whether two plain values differ; of all others it is not known."""
    return type(left) in ORDERABLE and type(right) in ORDERABLE and bool(left != right)
