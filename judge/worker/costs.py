"""What the operations of built-in containers cost, in elements moved, copied or compared.

`Costs` are the counters that `counting.py` writes into a submission. Each does what the original
expression does, returns what it returns, and charges the line. A model is a rough reading of CPython's
sources: `list.insert` moves what stands behind the position, Timsort needs n comparisons for each doubling
of the number of natural runs, a set difference walks its left side. Constant-time operations have none.

A function that is Python, but not the submission's (the standard library's), is charged by its executed
lines, through `sys.settrace` for as long as it runs.
"""

from __future__ import annotations

import functools
import operator
import sys
from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from types import (
    BuiltinFunctionType,
    FunctionType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any

from judge.worker.builtin_facts import (
    ARGUMENT_MODULES,
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
)
from judge.worker.tally import Tally

Model = Callable[..., Any]

WRAPPED = frozenset({"__contains__", "__getitem__", "__delitem__", "__setitem__"})
"""Operators by their methods' names."""


class Costs:
    """The counters of one rewritten submission."""

    def __init__(self, tally: Tally, filename: str) -> None:
        self.tally = tally
        self.filename = filename
        self.last_added = 0
        from judge.worker import model_tables  # the models charge through this class

        self.functions, self.methods = model_tables.FUNCTIONS, model_tables.METHODS
        self.method_model = model_tables.method_model

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
        base: Any = base_of(type(source))
        if base is not None:
            self.charge(line, base.__len__(source))
            return source
        if hasattr(type(source), "__next__"):
            return self.consume(line, source)
        return source

    # -- calls -----------------------------------------------------------------------------------

    def callee(self, line: int, function: Any) -> Any:
        """Return `function`, or one that does the same and charges `line` for it."""
        kind = type(function)
        if kind is FunctionType:
            model = self.function_model(function)
            if model is None:
                if function.__code__.co_filename == self.filename:
                    return function
                return self._foreign(line, function, function)
        elif kind is MethodType:
            inner = function.__func__
            if type(inner) is not FunctionType or inner.__code__.co_filename == self.filename:
                return function
            model = self.methods.get((type(function.__self__), inner.__name__))
            if model is None:
                return self._foreign(line, function, inner)
        elif kind is BuiltinFunctionType:
            owner = function.__self__
            if owner is None or type(owner) is ModuleType:
                model = self.function_model(function)
            elif function.__name__ in WRAPPED:
                return lambda *args, **named: self._wrapped(line, function, args, named)
            else:
                model = self.method_model(owner, function.__name__)
        elif kind is MethodDescriptorType or kind is WrapperDescriptorType:
            return self._unbound(line, function)
        elif kind is MethodWrapperType:
            return lambda *args, **named: self._wrapped(line, function, args, named)
        elif isinstance(function, type):
            model = self._constructor_model(function)
        elif kind is functools.partial:
            return functools.partial(self.callee(line, function.func), *function.args, **function.keywords)
        elif kind is operator.methodcaller:
            return self._method_caller(line, function)
        else:
            model = None
        if model is None:
            return function
        return lambda *args, **named: model(self, line, function, args, named)

    def _wrapped(self, line: int, function: Any, args: Any, named: Any) -> Any:
        """Call the like of `super().__delitem__` itself: the owner may have one of its own."""
        owner, name = function.__self__, function.__name__
        base: Any = next((kind for kind in type(owner).__mro__ if kind in SIZED), None)
        if base is not None and name == "__init__":
            return function(*[self.drained(line, arg) for arg in args], **named)
        if base is None or not args or name not in WRAPPED:
            return function(*args, **named)
        n = base.__len__(owner)
        made = function(*args, **named)
        if name == "__contains__":
            self.charge_search(line, base, owner, args[0], made)
        elif name == "__getitem__":
            self.charge_item(line, base, owner, args[0], made)
        elif name == "__delitem__":
            self.charge_removal(line, base, n, args[0])
        elif type(args[0]) is slice:
            self.charge_slice(line, base, owner, args[0], args[1], n)
        return made

    def _unbound(self, line: int, function: Any) -> Any:
        """`list.insert` and its like: what they are given first is what they are bound to."""

        def run(*args: Any, **named: Any) -> Any:
            if not args:
                return function(**named)
            return self.callee(line, function.__get__(args[0]))(*args[1:], **named)

        return run

    def _method_caller(self, line: int, function: Any) -> Any:
        make, parts = function.__reduce__()
        if make is not operator.methodcaller:  # with keywords, which is rare
            return function
        name, *args = parts
        return lambda owner: self.callee(line, getattr(owner, name))(*args)

    def function_model(self, function: Any) -> Model | None:
        try:
            return self.functions.get(function)
        except TypeError:  # a class whose metaclass made it unhashable
            return None

    def _constructor_model(self, kind: type) -> Model | None:
        """The model of a type, or of the builtin container whose constructor it has."""
        model = self.function_model(kind)
        if model is not None or kind.__mro__[-2:-1] == (kind,):
            return model
        for base in kind.__mro__[1:]:
            if base in SIZED and kind.__init__ is base.__init__ and kind.__new__ is base.__new__:  # type: ignore[misc]
                return self.function_model(base)
        return None

    def _foreign(self, line: int, function: Any, inner: FunctionType) -> Any:
        if inner.__code__.co_flags & 0x20 or inner.__code__.co_filename.startswith("<"):
            return function  # a generator turns where it is consumed; generated code is short
        touches, filename = self.tally.touches, self.filename

        def local(_frame: Any, event: str, _arg: Any) -> Any:
            if event == "line":
                touches[line] += 1
            return local

        def entered(frame: Any, _event: str, _arg: Any) -> Any:
            name = frame.f_code.co_filename
            return None if name == filename or name in OWN_FILES else local

        def run(*args: Any, **named: Any) -> Any:
            if sys.gettrace() is not None:
                return function(*args, **named)
            self.tally.events[line] += 1
            if inner.__module__ in ARGUMENT_MODULES:
                for arg in args:
                    if base_of(type(arg)) is not None:
                        touches[line] += len(arg)
            sys.settrace(entered)
            try:
                return function(*args, **named)
            finally:
                sys.settrace(None)

        return run

    def counted_function(self, line: int, function: Any) -> Any:
        return None if function is None else self.callee(line, function)

    # -- expressions -------------------------------------------------------------------------------

    def star(self, line: int, source: Any) -> Any:
        base: Any = base_of(type(source))
        if base is not None:
            self.charge(line, base.__len__(source))
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
        given: Any = base_of(type(value))
        self.charge(line, moved + (given.__len__(value) if given is not None else max(0, after - before)))

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
                return made
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
        elif kind in (tuple, bytes) or (kind is list and op in ("Rebind", "Mult")):
            self.charge(line, len(value))
        elif (kind is set and op == "BitAnd") or (kind is Counter and op != "BitOr"):
            self.charge(line, len(value) + self.last_added)  # both make a new one
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


OWN_FILES = frozenset(own.__code__.co_filename for own in (Costs.turn, Tally.total, digits))
"""Where the counters' own code says it comes from: inside the box a module has no `__file__`."""
