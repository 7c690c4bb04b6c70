"""Calls -> what the model answers; and the two forms of a case, as authors mean it and as it is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from judge.authoring import ClassTests, FunctionTests
from judge.authoring.properties import Tests
from judge.errors import ProblemError
from judge.generate.load import place_of
from judge.spec.problem import CONSTRUCTOR, Problem
from judge.wire.calls import CONSTRUCT, FLAG_ECHO, FLAG_FORMS
from judge.wire.cases import Case
from judge.wire.nodes import NodeIndex, Value
from judge.wire.packed import to_line
from judge.wire.values import SCALARS, decode_value, encode_value

ALONE_SEED = 0
"""What `random` is seeded with where a case is not one of a corpus."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call as authors mean it; the constructor is a call of `__init__`."""

    instance: int
    method: str
    args: tuple[Value, ...]


Calls = tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class Expectation:
    """A case with its answers."""

    calls: Calls
    results: tuple[Value, ...]


class Illegal(Exception):
    """A sequence of calls that the problem does not allow."""


class Oracle:
    """Answers for one problem: runs the model, refuses illegal calls."""

    def __init__(self, problem: Problem, tests: Tests) -> None:
        self.problem = problem
        self.tests = tests
        self.entry = problem.entry
        self._names = list(tests.adapted) if _has_adapter(tests) else [m.name for m in self.entry.methods]
        self._index = {name: at for at, name in enumerate(self._names)}
        self._index[CONSTRUCTOR] = CONSTRUCT
        self._void = {m.name for m in self.entry.methods if m.is_void and not _has_adapter(tests)}
        self._index_results = {m.name for m in self.entry.methods if m.returns == "NodeIndex"}

    @property
    def has_instances(self) -> bool:
        """Are cases sequences of calls on instances of a class? Otherwise each call stands for itself."""
        return isinstance(self.tests, ClassTests) and not self.tests.adapter

    # -- answers ----------------------------------------------------------------------------------

    def answer(self, calls: Sequence[Call]) -> Expectation:
        """Run the model over the calls. Raises Illegal, or ProblemError when the model itself raises."""
        if self.has_instances:
            results = self._answer_class(calls)
        else:
            results = [self._answer_function(call) for call in calls]
        return Expectation(tuple(calls), tuple(results))

    def _answer_class(self, calls: Sequence[Call]) -> list[Value]:
        models: dict[int, Any] = {}
        results: list[Value] = []
        for call in calls:
            results.append(self.step(models, call))
        return results

    def step(self, models: dict[int, Any], call: Call, *, checked: bool = False) -> Value:
        """Make one call on the models of a class problem; see `answer`.

        `checked`: the caller has just found it legal.
        """
        tests = self.tests
        assert isinstance(tests, ClassTests)
        model = models.get(call.instance)
        if call.method == CONSTRUCTOR:
            if model is not None or not (checked or self._legal(None, call)):
                raise Illegal
            models[call.instance] = self._guard(tests.model, call.args, call)
            return None
        if model is None or not (checked or self._legal(model, call)):
            raise Illegal
        value = self._guard(getattr(model, call.method), call.args, call)
        return None if call.method in self._void else value

    def _legal(self, model: Any, call: Call) -> bool:
        tests = self.tests
        assert isinstance(tests, ClassTests)
        return bool(self._guard(tests.allowed, (model, call.method, call.args), call, keep=True))

    def legal(self, models: dict[int, Any], call: Call) -> bool:
        """May this call be made on the models as they are?"""
        return self._legal(models.get(call.instance), call)

    def _answer_function(self, call: Call) -> Value:
        tests = self.tests
        if call.method == CONSTRUCTOR:
            return None
        model: Any = tests.model
        several = not callable(model)
        if isinstance(tests, FunctionTests):
            valid = tests.valid
            if valid is not None:
                args = (call.method, *call.args) if several or len(self._names) > 1 else call.args
                if not self._guard(valid, args, call, keep=True):
                    raise Illegal
        function = model[call.method] if several else model
        if several or len(self._names) == 1:
            value = self._guard(function, call.args, call)
        else:
            value = self._guard(function, (call.method, *call.args), call)
        if call.method in self._index_results and isinstance(value, int):
            return NodeIndex(value)
        return None if call.method in self._void else value

    def _guard(
        self, function: Callable[..., Any], args: tuple[Value, ...], call: Call, *, keep: bool = False
    ) -> Any:
        """Call the author's code; `keep`: it only looks, so the arguments need no copy."""
        try:
            return function(*(args if keep or _flat(args) else _copied(args)))
        except Illegal:
            raise
        except Exception as error:
            path = self.problem.folder / "tests.py"
            shown = ", ".join(_shown(arg) for arg in call.args)
            raise ProblemError(
                f"{place_of(error, path)}: raises {type(error).__name__} on {call.method}({shown}): {error}; "
                "mend the model, or forbid the call in `allowed` or `valid`"
            ) from error

    # -- forms ------------------------------------------------------------------------------------

    def to_wire(self, calls: Sequence[Call], seed: int = ALONE_SEED, flags: int = 0) -> Case:
        """Return the case as it is sent."""
        if isinstance(self.tests, FunctionTests) and self.tests.unchanged:
            flags |= FLAG_ECHO
        if not all(_plain(arg) for call in calls for arg in call.args):
            flags |= FLAG_FORMS
        forms = flags & FLAG_FORMS
        wired = []
        for call in calls:
            args = tuple(encode_value(arg) for arg in call.args) if forms else call.args
            wired.append((call.instance, self._index[call.method], args))
        return Case(flags, seed, tuple(wired))

    def from_wire(self, case: Case) -> Calls:
        """Return the calls of a case that was sent."""
        flags, _, wired = case
        names = {at: name for name, at in self._index.items()}
        calls = []
        for instance, method, args in wired:
            values = tuple(decode_value(a) for a in args) if flags & FLAG_FORMS else tuple(args)
            calls.append(Call(instance, names[method], values))
        return tuple(calls)

    def expected_line(self, expectation: Expectation, sent: Case | None = None) -> bytes:
        """Return the line that a right submission usually sends: equal text is a right answer.

        `sent`: the case as it is sent; forms that stand in it are not made again.
        """
        forms = [encode_value(value) for value in expectation.results]
        if isinstance(self.tests, FunctionTests) and self.tests.unchanged:
            if sent is not None and sent.flags & FLAG_FORMS:
                echoes = [args for _, _, args in sent.calls]
            else:
                echoes = [tuple(encode_value(arg) for arg in call.args) for call in expectation.calls]
            forms = [
                form if call.method == CONSTRUCTOR else [form, list(echo)]
                for form, call, echo in zip(forms, expectation.calls, echoes, strict=True)
            ]
        return to_line(forms)

    def function_calls(self, name: str, args: Sequence[Value], instance: int) -> list[Call]:
        """Return the calls that make one call of a function: a class's method needs its instance."""
        called = name or self._names[0]
        if self.entry.class_name and not _has_adapter(self.tests):
            return [Call(instance, CONSTRUCTOR, ()), Call(instance, called, tuple(args))]
        return [Call(0, called, tuple(args))]

    @property
    def names(self) -> list[str]:
        """The callable names in the order of the wire's method index."""
        return self._names


def worker_spec(problem: Problem, tests: Tests | None) -> dict[str, Any]:
    """Return what the worker is told of the problem: public facts only (judge.worker.submission)."""
    entry = problem.entry

    def kind(returns: str) -> str:
        return returns.lower() if returns == "void" else "node" if returns == "NodeIndex" else "value"

    required = [[m.name, len(m.parameters), kind(m.returns)] for m in entry.methods]
    adapter = tests.adapter if tests is not None else ""
    adapted = tests.adapted if tests is not None and _has_adapter(tests) else {}
    return {
        "class": entry.class_name,
        "init": len(entry.constructor),
        "methods": [[name, count, "value"] for name, count in adapted.items()] if adapter else required,
        "required": required,
        "forbid": list(problem.forbid),
        "packages": list(problem.requires),
        "adapter": adapter,
        "recursion": problem.limits.recursion,
        "space": problem.space is not None,
    }


def _has_adapter(tests: Tests) -> bool:
    return bool(tests.adapter)


def _flat(args: tuple[Value, ...]) -> bool:
    return all(type(arg) in SCALARS for arg in args)


def _copied(args: tuple[Value, ...]) -> tuple[Value, ...]:
    """Copies for the author's code, made through the wire's form: a list may be too deep for recursion."""
    return tuple(decode_value(encode_value(arg)) for arg in args)


def _shown(arg: Value) -> str:
    try:
        return repr(arg)[:60]
    except RecursionError:
        return "a deeply nested value"


def _plain(value: Value, depth: int = 0) -> bool:
    """Can this argument be sent as it is? Scalars and lists of them, not too deep."""
    if type(value) in SCALARS:
        return True
    if type(value) is not list or depth > 20:
        return False
    return all(_plain(item, depth + 1) for item in value)
