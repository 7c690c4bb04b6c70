"""The statement's examples, and a contestant's own, as calls.

An example is a prompt session; each fenced block, or each part after a blank line, starts anew:

    >>> s = MinStack()
    >>> s.push(3)
    >>> s.getMin()
    3

Arguments and answers are literals, `tree([...])` in level order or `linked([...], cycle=1)`; the answer
`node(1)` is the argument's node with index 1. A contestant's
cases.py holds such sessions as text (a docstring, comments or strings); cases.json is a list of
`{"calls": [["push", 3], ["getMin"]], "expected": [null, 3]}`, with `"new": [args]` for the constructor.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from pathlib import Path

from judge.authoring import FunctionTests
from judge.errors import ProblemError, UsageError
from judge.generate.arguments import misfit
from judge.generate.load import load_tests
from judge.generate.oracle import Call, Calls
from judge.spec.load import show
from judge.spec.problem import CONSTRUCTOR, Entry, Method, Parameter, Problem
from judge.wire.nodes import Linked, NodeIndex, Tree, Value

_FENCE = re.compile(r"^```python[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Expected:
    """What an example says a call answers."""

    at: int
    """The index of the call."""
    value: Value


@dataclass(frozen=True, slots=True)
class Example:
    """One public case."""

    name: str
    """Where it comes from: `example 1`, `cases.py:12`."""
    text: str
    calls: Calls
    expected: tuple[Expected, ...]
    """Only the calls whose answer the example states."""


class Malformed(ValueError):
    """A line of an example that cannot be read; the text says which and why."""


def statement_examples(problem: Problem) -> list[Example]:
    """Return the examples of statement.md. Raises ProblemError for one that cannot be read."""
    text = problem.statement.read_text(encoding="utf-8")
    entry = _callable_entry(problem)
    examples = []
    for number, found in enumerate(_FENCE.finditer(text), 1):
        first = text.count("\n", 0, found.start(1)) + 1
        if ">>>" not in found[1]:
            continue
        try:
            examples.append(_read_session(entry, found[1], f"example {number}"))
        except Malformed as error:
            raise ProblemError(f"{show(problem.statement)}:{first}: example {number}: {error}") from None
    return examples


def own_examples(problem: Problem, path: Path) -> list[Example]:
    """Return a contestant's own cases. Raises UsageError that names the line and the repair."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{show(path)}: cannot be read ({error})") from None
    entry = _callable_entry(problem)
    try:
        if path.suffix == ".json":
            return _read_json(entry, text, path.name)
        return _read_sessions(entry, text, path.name)
    except Malformed as error:
        raise UsageError(f"{show(path)}: {error}") from None


def _callable_entry(problem: Problem) -> Entry:
    """The entry as examples may call it: the adapter's functions where the tests have one."""
    tests = load_tests(problem)
    if not tests.adapter or not isinstance(tests, FunctionTests):
        return problem.entry
    offered = tuple(
        Method(name, tuple(Parameter(f"argument_{at}", "object") for at in range(count)), "object")
        for name, count in tests.adapted.items()
    )
    return problem.entry._replace(methods=offered)  # the worker calls nothing else


def _read_sessions(entry: Entry, text: str, name: str) -> list[Example]:
    examples: list[Example] = []
    block: list[str] = []
    start = 0
    for number, raw in enumerate([*text.splitlines(), ""], 1):
        line = re.sub(r"^\s*#\s?", "", raw).strip()
        if line in ('"""', "'''"):
            line = ""
        if line.startswith(">>>") or (block and line):
            start = start if block else number
            block.append(line)
        elif block:
            try:
                examples.append(_read_session(entry, "\n".join(block), f"{name}:{start}"))
            except Malformed as error:
                raise Malformed(f"the case at line {start}: {error}") from None
            block = []
    return examples


def _read_session(entry: Entry, text: str, name: str) -> Example:
    calls: list[Call] = []
    expected: list[Expected] = []
    names: dict[str, int] = {}
    pending: list[str] = []

    def settle() -> None:
        if pending:
            if not calls:
                raise Malformed(f"{pending[0]!r} stands before any call")
            expected.append(Expected(len(calls) - 1, _literal(" ".join(pending))))
            pending.clear()

    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith(">>>"):
            settle()
            calls += _read_call(entry, line[3:].strip(), names)
        elif line.startswith("..."):
            raise Malformed("write each call on one line")
        elif line:
            pending.append(line)
    settle()
    if not calls:
        raise Malformed("holds no call")
    return Example(name, text.strip(), tuple(calls), tuple(expected))


def _read_call(entry: Entry, text: str, names: dict[str, int]) -> list[Call]:
    try:
        tree = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Malformed(f"{text!r} is not Python ({error})") from None
    if len(tree) != 1:
        raise Malformed(f"{text!r}: write one call on each line")
    node = tree[0]
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and len(node.targets) == 1:
        target, made = node.targets[0], node.value
        if isinstance(target, ast.Name) and _name(made.func) == entry.class_name:
            names[target.id] = len(names)
            return [_made(entry, names[target.id], CONSTRUCTOR, _arguments(made))]
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return _read_expression(entry, node.value, names, text)
    raise Malformed(f"{text!r} is not a call of {entry.class_name or entry.methods[0].name}")


def _read_expression(entry: Entry, call: ast.Call, names: dict[str, int], text: str) -> list[Call]:
    known = {method.name for method in entry.methods}
    function = call.func
    if isinstance(function, ast.Name) and not entry.class_name and function.id in known:
        return [_made(entry, 0, function.id, _arguments(call))]
    if isinstance(function, ast.Attribute) and function.attr in known:
        owner = function.value
        if isinstance(owner, ast.Name) and owner.id in names:
            return [_made(entry, names[owner.id], function.attr, _arguments(call))]
        if isinstance(owner, ast.Call) and _name(owner.func) == entry.class_name:
            at = len(names)
            names[f" {at}"] = at
            made = _made(entry, at, CONSTRUCTOR, _arguments(owner))
            return [made, _made(entry, at, function.attr, _arguments(call))]
    raise Malformed(f"{text!r}: no such function or method; there are {', '.join(sorted(known))}")


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _arguments(call: ast.Call) -> tuple[Value, ...]:
    if call.keywords:
        raise Malformed("write arguments by position")
    return tuple(_evaluate(arg) for arg in call.args)


def _made(entry: Entry, instance: int, name: str, args: tuple[Value, ...]) -> Call:
    """Return the call. Raises Malformed for arguments that are not the method's."""
    if name == CONSTRUCTOR:
        shown, parameters = entry.class_name, entry.constructor
    else:
        shown, parameters = name, next(method.parameters for method in entry.methods if method.name == name)
    if reason := misfit(parameters, args):
        raise Malformed(f"{shown}{reason}")
    return Call(instance, name, args)


def _literal(text: str) -> Value:
    try:
        return _evaluate(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        if isinstance(error, Malformed):
            raise
        raise Malformed(f"the answer {text!r} is not a literal") from None


def _evaluate(node: ast.expr) -> Value:
    """Evaluate a literal, `tree(...)`, `linked(...)`, `node(...)` or `float("inf")`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        name = node.func.id
        values = [_evaluate(arg) for arg in node.args]
        options = {word.arg: _evaluate(word.value) for word in node.keywords if word.arg}
        if name == "tree" and len(values) == 1 and isinstance(values[0], list):
            return Tree(values[0])
        if name == "linked" and values and isinstance(values[0], list):
            cycle = options.get("cycle", values[1] if len(values) > 1 else -1)
            if not isinstance(cycle, int) or not -1 <= cycle < len(values[0]):
                raise Malformed(f"{ast.unparse(node)!r}: cycle is no index of the list")
            return Linked(values[0], cycle)
        if name == "node" and len(values) == 1 and isinstance(values[0], int):
            return NodeIndex(values[0])
        if name == "float" and len(values) == 1:
            try:
                return float(str(values[0]))
            except ValueError:
                raise Malformed(f"{ast.unparse(node)!r} is no number") from None
        if name in ("set", "frozenset") and not values:
            return set()
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, RecursionError, MemoryError):
        raise Malformed(f"{ast.unparse(node)!r} is not a literal, tree([...]) or linked([...])") from None


def _read_json(entry: Entry, text: str, name: str) -> list[Example]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"is not JSON: {error}") from None
    if not isinstance(rows, list):
        raise Malformed('must be a list of {"calls": [...], "expected": [...]}')
    return [_read_row(entry, row, f"{name} case {number}") for number, row in enumerate(rows, 1)]


def _read_row(entry: Entry, row: object, name: str) -> Example:
    if not isinstance(row, dict) or not isinstance(row.get("calls"), list):
        raise Malformed(f'{name}: must be {{"calls": [["method", args...], ...], "expected": [...]}}')
    known = {method.name for method in entry.methods}
    new, stated = row.get("new", []), row.get("expected", [])
    if not isinstance(new, list) or not isinstance(stated, list):
        raise Malformed(f'{name}: "new" and "expected" must be lists')
    calls: list[Call] = []
    expected: list[Expected] = []
    fresh = entry.kind == "function" and bool(entry.class_name)
    try:
        if entry.kind == "class":
            calls.append(_made(entry, 0, CONSTRUCTOR, tuple(new)))
        for at, item in enumerate(row["calls"]):
            if not isinstance(item, list) or not item or not isinstance(item[0], str) or item[0] not in known:
                raise Malformed(f"{item!r} is not a call; there are {', '.join(sorted(known))}")
            if fresh:
                calls.append(Call(at, CONSTRUCTOR, ()))
            calls.append(_made(entry, at if fresh else 0, item[0], tuple(item[1:])))
            if at < len(stated) and stated[at] is not None:
                expected.append(Expected(len(calls) - 1, stated[at]))
    except Malformed as error:
        raise Malformed(f"{name}: {error}") from None
    return Example(name, json.dumps(row), tuple(calls), tuple(expected))
