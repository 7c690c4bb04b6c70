"""Calls -> Python that a contestant can paste below the submission and run."""

from __future__ import annotations

import re
from collections.abc import Sequence

from judge.compare.definitions import DEFINITIONS, LIST_PLACES, LIST_VALUES
from judge.compare.outcome import Outcome
from judge.generate.oracle import ALONE_SEED, Call, Calls
from judge.generate.simplify import weigh
from judge.spec.problem import CONSTRUCTOR, Entry
from judge.wire.lines import may_draw, one_line
from judge.wire.nodes import Linked, Tree, Value
from judge.wire.values import MAX_NESTING, encode_value

SHORTEST_LOOP = 12
"""Calls of one kind in a row that are written as a loop; fewer are plainer one by one."""

COUNTER = "step"
"""No instance is called so: they have one letter, or x and a number."""

DEEP = 300
"""Elements, nodes, letters or calls from which on recursion may need more than Python's own 1,000 frames."""

DEEP_LIMIT = "import sys\nsys.setrecursionlimit(60_000)"
"""As deep as in the judge, where no problem says otherwise."""

COMMENT = 160
"""Characters of a value in the last line's comment."""


def seeded(code: str, source: bytes) -> str:
    """Return a case's code that draws as it did when the case failed alone, where `source` draws at all."""
    return f"import random\nrandom.seed({ALONE_SEED})\n{code}" if may_draw(source) else code


def write_code(entry: Entry, calls: Calls, outcome: Outcome, adapter: str = "") -> str:
    """Return complete Python: the failing case, its last line showing the value that came out."""
    used = calls[: outcome.at + 1]
    names = _names(entry, used)
    observed = any(f"def {call.method}(" in adapter for call in used)
    lines = [adapter.strip("\n")] if observed else []
    lines += _definitions(used)
    if not outcome.actual.startswith("raised RecursionError") and _is_deep(used):
        lines.insert(0, DEEP_LIMIT)
    whole = outcome.at >= len(calls)
    before = [call for call in used[:-1] if call.method != CONSTRUCTOR or entry.kind == "class"]
    at = 0
    while at < len(before):
        count, args = _loop(before, at)
        if count:
            target = _target(entry, before[at], names, bool(adapter))
            lines += [f"for {COUNTER} in range({count}):", f"    {target}({args})"]
        else:
            lines.append(_call(entry, before[at], names, bool(adapter)))
        at += count or 1
    if whole:
        lines += [_call(entry, used[-1], names, bool(adapter)), f"# all of it: {_got(outcome)}"]
    else:
        lines.append(_last(entry, used[-1], names, outcome, bool(adapter)))
    return "\n".join(lines) + "\n"


def _is_deep(calls: Calls) -> bool:
    elements, _ = weigh([arg for call in calls for arg in call.args])
    return max(elements, len(calls)) > DEEP


def _loop(calls: Sequence[Call], begin: int) -> tuple[int, str]:
    """Return how many calls from `begin` on are one loop, with its arguments; 0 for too few.

    Arguments stay as they are, or are integers that go up or down by the same step.
    """
    first = calls[begin]
    if first.method == CONSTRUCTOR or len(calls) - begin < SHORTEST_LOOP:
        return 0, ""
    steps = [_step(*pair) for pair in zip(first.args, calls[begin + 1].args, strict=False)]

    def belongs(at: int, call: Call) -> bool:
        same = (call.instance, call.method, len(call.args)) == (first.instance, first.method, len(steps))
        return same and all(
            step is not None and _step(started, arg) == at * step
            for started, step, arg in zip(first.args, steps, call.args, strict=True)
        )

    count = 0
    while begin + count < len(calls) and belongs(count, calls[begin + count]):
        count += 1
    if count < SHORTEST_LOOP:
        return 0, ""
    return count, ", ".join(_term(*pair) for pair in zip(first.args, steps, strict=True))


def _step(begin: Value, arg: Value) -> int | None:
    """How far an argument is from another; 0 for the same value, None for what no integers are apart."""
    if type(begin) is int and type(arg) is int:
        return arg - begin
    return 0 if type(begin) is type(arg) and write_value(begin) == write_value(arg) else None


def _term(begin: Value, step: int | None) -> str:
    text = write_value(begin)
    if not step:
        return text
    sign, factor = "-" if step < 0 else "+", "" if abs(step) == 1 else f"{abs(step)} * "
    if begin == 0:
        return f"{'-' if step < 0 else ''}{factor}{COUNTER}"
    return f"{text} {sign} {factor}{COUNTER}"


def _last(entry: Entry, call: Call, names: dict[int, str], outcome: Outcome, adapted: bool) -> str:
    comment = f"  # expected {_cut(outcome.expected)}, {_got(outcome)}"
    if outcome.expected.startswith("arguments left as"):
        variables = [f"argument_{at}" for at in range(len(call.args))]
        made = [f"{name} = {write_value(arg)}" for name, arg in zip(variables, call.args, strict=True)]
        target = _target(entry, call, names, adapted)
        shown = [
            f"values({name})" if isinstance(arg, Linked) else name
            for name, arg in zip(variables, call.args, strict=True)
        ]
        helper = [LIST_VALUES.rstrip()] if any(isinstance(arg, Linked) for arg in call.args) else []
        called = f"{target}({', '.join(variables)})"
        return "\n".join([*helper, *made, called, f"print({', '.join(shown)}){comment}"])
    text = _call(entry, call, names, adapted)
    if call.method == CONSTRUCTOR:
        return f"{text}  # {_got(outcome)}"
    if _is_void(entry, call.method) and not adapted:
        return f"{text}  # {_got(outcome)}"
    if call.args and isinstance(call.args[0], Linked) and _names_a_node(outcome):
        return _last_of_nodes(entry, call, names, adapted) + comment
    return f"print({text}){comment}"


def _names_a_node(outcome: Outcome) -> bool:
    return any(text.startswith("<node ") for text in (outcome.expected, outcome.actual))


def _last_of_nodes(entry: Entry, call: Call, names: dict[int, str], adapted: bool) -> str:
    """Write a call that returns one of the nodes it is given: which one, since their values may be equal."""
    target, others = _target(entry, call, names, adapted), map(write_value, call.args[1:])
    given = ", ".join(("head", *others))
    made = f"head = {write_value(call.args[0])}\nnodes = listed(head)"
    return f"{LIST_PLACES}{made}\nprint(place(nodes, {target}({given})))"


def _got(outcome: Outcome) -> str:
    actual = _cut(outcome.actual)
    if actual.startswith(("raised ", "ran ", "changed ", "did ", "the ")):
        return actual
    return f"got {actual}"


def _cut(text: str) -> str:
    text = one_line(text)  # it stands in a comment
    return text if len(text) <= COMMENT else text[: COMMENT - 4] + " ..."


def _is_void(entry: Entry, name: str) -> bool:
    return any(method.name == name and method.is_void for method in entry.methods)


def _call(entry: Entry, call: Call, names: dict[int, str], adapted: bool) -> str:
    args = ", ".join(write_value(arg) for arg in call.args)
    if call.method == CONSTRUCTOR and entry.kind == "class":
        return f"{names[call.instance]} = {entry.class_name}({args})"
    return f"{_target(entry, call, names, adapted)}({args})"


def _target(entry: Entry, call: Call, names: dict[int, str], adapted: bool) -> str:
    if adapted or not entry.class_name:
        return call.method
    if entry.kind == "function":
        return f"{entry.class_name}().{call.method}"
    return f"{names[call.instance]}.{call.method}"


def _names(entry: Entry, calls: Calls) -> dict[int, str]:
    """One instance is called by the initial of its class's last word; several are a, b, c ..."""
    instances = list(dict.fromkeys(call.instance for call in calls))
    if len(instances) == 1:
        words = re.findall(r"[A-Z]?[a-z]+", entry.class_name) or ["obj"]
        return {instances[0]: words[-1][0].lower()}
    if len(instances) <= 26:
        return {instance: chr(ord("a") + at) for at, instance in enumerate(instances)}
    return {instance: f"x{at}" for at, instance in enumerate(instances)}


def _definitions(calls: Sequence[Call]) -> list[str]:
    """Return the classes and builders that the arguments need."""
    needed: set[str] = set()
    for call in calls:
        for arg in call.args:
            _write(arg, needed)
    return [text.rstrip("\n") for name, text in DEFINITIONS.items() if name in needed]


def write_value(value: Value) -> str:
    """Return an expression that makes the value."""
    return _write(value, set())


def _write(value: Value, needed: set[str]) -> str:
    """Write the value, and add the names of DEFINITIONS that it needs."""
    if isinstance(value, Tree):
        return _write_tree(value, needed)
    if isinstance(value, Linked):
        return _write_linked(value, needed)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return f"float({str(value)!r})"
    if isinstance(value, dict):
        pairs = (f"{_write(key, needed)}: {_write(item, needed)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list) and _depth(value) > MAX_NESTING:
        form = encode_value(value)
        if isinstance(form, dict):
            needed.add("deep")
            return f"deep({_write(form['v'], needed)})"
    if isinstance(value, (list, tuple, set, frozenset)):
        inside = ", ".join(_write(item, needed) for item in value)
        if isinstance(value, list):
            return f"[{inside}]"
        if isinstance(value, tuple):
            return f"({inside},)" if len(value) == 1 else f"({inside})"
        shown = f"{{{inside}}}" if value else ""
        return f"frozenset({shown})" if isinstance(value, frozenset) else shown or "set()"
    return repr(value)


def _write_tree(tree: Tree, needed: set[str]) -> str:
    if not tree.levels:
        return "None"
    needed.add("TreeNode")
    if _small(tree):
        return _nested(tree, needed)
    needed.add("tree")
    return f"tree({_write(tree.levels, needed)})"


def _write_linked(linked: Linked, needed: set[str]) -> str:
    if not linked.values:
        return "None"
    needed.add("ListNode")
    if _short(linked):
        text = ""
        for item in reversed(linked.values):
            mark = _write(item, needed)
            text = f"ListNode({mark}, {text})" if text else f"ListNode({mark})"
        return text
    needed.add("linked")
    tail = f", {linked.cycle}" if linked.cycle >= 0 else ""
    return f"linked({_write(linked.values, needed)}{tail})"


def _depth(value: Value) -> int:
    deepest, pending = 0, [(value, 1)]
    while pending:
        here, depth = pending.pop()
        if isinstance(here, list):
            deepest = max(deepest, depth)
            pending.extend((item, depth + 1) for item in here)
    return deepest


def _short(value: Linked) -> bool:
    return value.cycle < 0 and len(value.values) <= 8


def _small(tree: Tree) -> bool:
    return len(tree.levels) <= 20


def _nested(tree: Tree, needed: set[str]) -> str:
    """Write a small tree as nested constructor calls."""
    levels = tree.levels
    marked = [at for at, mark in enumerate(levels) if mark is not None]
    texts: dict[int, str] = {}
    for rank in range(len(marked) - 1, -1, -1):
        left, right = texts.get(2 * rank + 1, "None"), texts.get(2 * rank + 2, "None")
        mark = _write(levels[marked[rank]], needed)
        if right != "None":
            text = f"TreeNode({mark}, {left}, {right})"
        elif left != "None":
            text = f"TreeNode({mark}, {left})"
        else:
            text = f"TreeNode({mark})"
        texts[marked[rank]] = text
    return texts[0]
