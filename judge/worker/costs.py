"""What calls cost: builtin functions and methods by their models, the standard library by executed lines.

`Costs` are the counters that `counting.py` writes into a submission. A model is a rough reading of CPython's
sources: `list.insert` moves what stands behind the position, Timsort needs n comparisons for each doubling
of the number of natural runs, a set difference walks its left side. Constant-time operations have none.

A function that is Python, but not the submission's (the standard library's), is charged by its executed
lines, through `sys.settrace` for as long as it runs.
"""

from __future__ import annotations

import functools
import operator
import sys
from collections.abc import Callable
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

from judge.worker.builtin_facts import ARGUMENT_MODULES, SIZED, base_of, digits, size_of
from judge.worker.containers import ContainerCosts
from judge.worker.tally import Tally

Model = Callable[..., Any]

WRAPPED = frozenset({"__contains__", "__getitem__", "__delitem__", "__setitem__"})
"""Operators by their methods' names."""


LOOK_AROUND = frozenset({"builtins", "sys"})
"""Modules with functions that look at who calls them: these are called by the submission itself."""


class Costs(ContainerCosts):
    """The counters of one rewritten submission."""

    def __init__(self, tally: Tally, filename: str) -> None:
        super().__init__(tally)
        self.filename = filename
        from judge.worker import method_models, model_tables  # the models charge through this class

        self.functions, self.methods = model_tables.FUNCTIONS, model_tables.METHODS
        self.method_model = model_tables.method_model
        self.makes = method_models.makes

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
                if model is None and function.__module__ not in LOOK_AROUND:
                    model = self.makes
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
        elif kind is operator.itemgetter:
            return self._item_getter(line, function)
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

    def _item_getter(self, line: int, function: Any) -> Any:
        _, indices = function.__reduce__()
        if not any(type(index) is slice for index in indices):
            return function
        if len(indices) == 1:
            return lambda owner: self.item(line, owner, indices[0])
        return lambda owner: tuple([self.item(line, owner, index) for index in indices])

    def function_model(self, function: Any) -> Model | None:
        try:
            return self.functions.get(function)
        except TypeError:  # a class whose metaclass made it unhashable
            return None

    def _constructor_model(self, kind: type) -> Model | None:
        """The model of a type, or of the builtin container whose constructor it has."""
        if base_of(kind, "__init__") is base_of(kind, "__new__"):
            return self.function_model(base_of(kind, "__new__") or kind)
        return self.function_model(kind)

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
                touches[line] += sum(size_of(arg) or 0 for arg in args)
            sys.settrace(entered)
            try:
                return function(*args, **named)
            finally:
                sys.settrace(None)

        return run

    def counted_function(self, line: int, function: Any) -> Any:
        return None if function is None else self.callee(line, function)


OWN_FILES = frozenset(own.__code__.co_filename for own in (Costs.callee, Costs.turn, Tally.total, digits))
"""Where the counters' own code says it comes from: inside the box a module has no `__file__`."""
