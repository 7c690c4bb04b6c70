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
    RANDOM_ACCESS,
    SHORT_TEXT,
    SIZED,
    TEXT,
    VALUES,
    WORD,
    WRAPPED,
    digits,
)
from judge.worker.tally import Tally

Model = Callable[..., Any]


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
        if type(source) in SIZED:
            self.charge(line, len(source))
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
            else:
                model = self.method_model(owner, function.__name__)
        elif kind is MethodDescriptorType or kind is WrapperDescriptorType:
            return self._unbound(line, function)
        elif kind is MethodWrapperType and function.__name__ in WRAPPED:
            operation, owner = WRAPPED[function.__name__], function.__self__
            return lambda *args: self.callee(line, operation)(owner, *args)
        elif isinstance(function, type):
            model = self.function_model(function)
        elif kind is functools.partial:
            return functools.partial(self.callee(line, function.func), *function.args, **function.keywords)
        elif kind is operator.methodcaller:
            return self._method_caller(line, function)
        else:
            model = None
        if model is None:
            return function
        return lambda *args, **named: model(self, line, function, args, named)

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
                    if type(arg) in SIZED:
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
        if type(source) in SIZED:
            self.charge(line, len(source))
        return source

    def item(self, line: int, source: Any, index: Any) -> Any:
        found = source[index]
        kind = type(index)
        if kind is slice:
            if type(found) in TEXT:
                self.text(line, len(found))
            elif type(found) in SIZED and type(found) is not range:
                self.charge(line, len(found))
        elif type(source) is deque:
            at = index if index >= 0 else index + len(source)
            walked = min(at, len(source) - at) // DEQUE_BLOCK
            if walked:
                self.charge(line, walked)
        elif kind is tuple and len(index) > 8:
            self.charge(line, len(index))
        return found

    def delete(self, line: int, source: Any, index: Any) -> None:
        kind, n = type(source), len(source) if type(source) in SIZED else 0
        del source[index]
        if kind in MOVING:
            start = index.indices(n)[0] if type(index) is slice else index
            if kind is not bytearray or start % max(1, n):  # which only notes that its front has gone
                self.charge(line, n - start if start >= 0 else -start)
        elif kind is deque:
            at = index if index >= 0 else index + n
            self.charge(line, min(at, n - at))

    def set_slice(self, line: int, value: Any, target: Any, index: slice) -> None:
        if type(target) not in MOVING:
            target[index] = value
            return
        before = len(target)
        target[index] = value
        start = index.indices(before)[0]
        moved = before - start if len(target) != before else 0
        if type(target) is bytearray and start == 0 and len(target) < before:
            moved = 0
        given = len(value) if type(value) in SIZED else max(0, len(target) - before)
        self.charge(line, moved + given)

    def compare(self, line: int, op: str, left: Any, right: Any) -> Any:
        kind = type(right)
        if op == "in" or op == "not in":
            found = left in right
            if kind in (list, tuple, deque, bytearray, array):
                self.charge(line, right.index(left) + 1 if found else len(right))
            elif kind in TEXT and len(right) > SHORT_TEXT:
                self.charge(line, right.find(left) + 1 if found else len(right))
            elif kind in VALUES:
                self.charge(line, len(right))
            return found if op == "in" else not found
        answer = COMPARE[op](left, right)
        if kind is type(left) and kind in SIZED:
            n = min(len(left), len(right))
            if kind in TEXT and n <= SHORT_TEXT:
                return answer
            if op in ("==", "!=") and len(left) != len(right):
                return answer
            if kind in RANDOM_ACCESS or kind in TEXT:
                n = next((at for at in range(n) if left[at] != right[at]), n)
            self.charge(line, n + 1)
        elif (
            kind is int
            and type(left) is int
            and (right >= WORD or right <= -WORD)
            and digits(left) == digits(right)  # CPython compares the lengths first
        ):
            self.charge(line, digits(left) + 1)
        return answer

    def binary(self, line: int, name: str, left: Any, right: Any) -> Any:
        made = BINARY[name](left, right)
        kind = type(made)
        if kind is int:
            if -WORD < made < WORD and (type(left) is not int or -WORD < left < WORD):
                return made
            a = digits(left) if type(left) is int else 0
            b = digits(right) if type(right) is int else 0
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
            a, b = len(left), len(right) if hasattr(right, "__len__") else 0
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


OWN_FILES = frozenset(own.__code__.co_filename for own in (Costs.turn, Tally.total, digits))
"""Where the counters' own code says it comes from: inside the box a module has no `__file__`."""
