"""The hidden cases: is each legal, and the model's answer right? Can every property fail? What is in them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from judge.authoring import ClassTests, FunctionTests, exact
from judge.authoring.checkers import ELEMENT, reason_of
from judge.authoring.checkers import show as show_value
from judge.compare.outcome import compare
from judge.generate.corpus import Corpus
from judge.generate.oracle import Calls, Illegal, Oracle
from judge.spec.load import show
from judge.spec.problem import CONSTRUCTOR
from judge.verify.report import Check
from judge.wire.cases import read_trace
from judge.wire.frames import to_json
from judge.wire.nodes import Linked, Tree, Value
from judge.wire.packed import from_line, to_line
from judge.wire.values import encode_value

PROBED_CASES = 40
"""Cases of a property in which wrong answers are tried; one that is noticed is enough."""

CALL_SIZES = ((0, 8), (9, 30), (31, 80), (81, 400), (401, 10**9))
ELEMENT_SIZES = ((0, 0), (1, 1), (2, 9), (10, 99), (100, 999), (1000, 10**9))
LARGE = 256
"""Beyond the integers that CPython keeps one object of."""


@dataclass(frozen=True, slots=True)
class OneCase:
    """A case of the corpus, decoded."""

    owner: int
    calls: Calls
    expected_line: bytes


def check_cases(oracle: Oracle, corpus: Corpus, events: Counter[str]) -> Check:
    """Answer every case anew. Raises ProblemError when the model raises, CheckerError when a checker does."""
    path = show(oracle.problem.folder / "tests.py")
    faults: list[str] = []
    cases = list(_decode(oracle, corpus))
    names = [name for name, _ in corpus.properties]
    illegal: Counter[str] = Counter()
    unstable: Counter[str] = Counter()
    for case in cases:
        try:
            expectation = oracle.answer(case.calls)
        except Illegal:
            illegal[names[case.owner]] += 1
            continue
        if oracle.expected_line(expectation) != case.expected_line:
            unstable[names[case.owner]] += 1
    for name, count in illegal.items():
        faults.append(
            f"{path}: property {name!r}: {count} generated cases are refused by the validator; "
            "draw legal values"
        )
    for name, count in unstable.items():
        faults.append(
            f"{path}: property {name!r}: the model answers {count} cases otherwise the second time; "
            "it must depend on nothing but the calls"
        )
    faults += _refused(oracle, cases, path)
    faults += _never_failing(oracle, names, cases, path)
    lines = (*_shares(oracle, cases), *_event_lines(events, len(cases)))
    calls = sum(len(case.calls) for case in cases)
    return Check("cases", f"{len(cases):,} ({calls:,} calls)", tuple(faults), lines)


def _decode(oracle: Oracle, corpus: Corpus) -> Iterator[OneCase]:
    for batch in corpus.batches:
        lines = batch.expected.split(b"\n")
        for owner, wired, line in zip(batch.owners, batch.cases(), lines, strict=True):
            yield OneCase(owner, oracle.from_wire(wired), line)


def _refused(oracle: Oracle, cases: Sequence[OneCase], path: str) -> list[str]:
    """Return a fault for each method whose checker refuses an answer of the model itself."""
    echoed = isinstance(oracle.tests, FunctionTests) and oracle.tests.unchanged
    void = _void_methods(oracle)
    found: dict[str, str] = {}
    for case in cases:
        if oracle.tests.properties[case.owner].check is not None:
            continue
        answers = read_trace(case.expected_line).results
        for call, right in zip(case.calls, answers, strict=True):
            checker = oracle.tests.checker(call.method)
            if checker is exact or call.method in {CONSTRUCTOR, *void, *found}:
                continue
            answer = right[0] if echoed and isinstance(right, list) else right
            reason = reason_of(checker, answer, answer, call.args)
            if reason:
                shown = ", ".join(show_value(arg, ELEMENT) for arg in call.args)
                found[call.method] = (
                    f"{path}: the checker of {call.method} refuses the model's own answer to "
                    f"{call.method}({shown}): {reason}; mend the model or the checker"
                )
    return list(found.values())


# -- can a property fail? ------------------------------------------------------------------------------


def _never_failing(oracle: Oracle, names: Sequence[str], cases: Sequence[OneCase], path: str) -> list[str]:
    """Return a fault for each property that notices none of many wrong answers."""
    faults = []
    for at, name in enumerate(names):
        own = [case for case in cases if case.owner == at][:PROBED_CASES]
        if not own:
            faults.append(f"{path}: property {name!r} has no case; widen its strategy")
        elif not any(_notices(oracle, at, case) for case in own):
            faults.append(
                f"{path}: property {name!r} never fails: it accepted every wrong answer that was tried; "
                "compare more in its check, or end it with a call that returns something"
            )
    return faults


def _notices(oracle: Oracle, owner: int, case: OneCase) -> bool:
    declared = oracle.tests.properties[owner]
    echoed = isinstance(oracle.tests, FunctionTests) and oracle.tests.unchanged
    forms: Any = from_line(case.expected_line)
    void = _void_methods(oracle)
    for at in range(len(case.calls) - 1, -1, -1):
        if case.calls[at].method in void | {CONSTRUCTOR}:
            continue
        right = forms[at][0] if echoed else forms[at]
        for wrong in _wrong_forms(right):
            told = list(forms)
            told[at] = [wrong, forms[at][1]] if echoed else wrong
            line = to_line(told)
            if compare(oracle.tests, declared, case.calls, case.expected_line, line) is not None:
                return True
    return False


def _void_methods(oracle: Oracle) -> set[str]:
    return set() if oracle.tests.adapter else {m.name for m in oracle.entry.methods if m.is_void}


def _wrong_forms(form: Any) -> Iterator[Any]:
    """Offer answers of the same kind that are not the right one."""
    if isinstance(form, bool):
        yield not form
    elif isinstance(form, (int, float)):
        yield from (form + 1, -form - 7)
    elif isinstance(form, str):
        yield form + "x"
    elif isinstance(form, list):
        yield from (form[:-1] if form else [0], [*form, *form[-1:], 0], form[::-1])
    elif isinstance(form, dict) and form.get("$") == "node":
        yield {"$": "node", "v": int(form["v"]) + 1}
        yield None
    else:
        yield 12345


# -- what is in the cases? -----------------------------------------------------------------------------


def _shares(oracle: Oracle, cases: Sequence[OneCase]) -> list[str]:
    """Return lines of shares: which of the things that matter how many cases have."""
    count = len(cases)
    traits: dict[str, Callable[[OneCase], bool]] = {
        "zeros": lambda case: 0 in _numbers(case),
        "negative values": lambda case: any(n < 0 for n in _numbers(case)),
        f"values beyond {LARGE}": lambda case: any(abs(n) > LARGE for n in _numbers(case)),
        "values of 32 bits": lambda case: any(abs(n) >= 2**31 - 2 for n in _numbers(case)),
        "duplicates": lambda case: _has_duplicates(case.calls),
    }
    tests = oracle.tests
    sizes: tuple[tuple[int, int], ...]
    if isinstance(tests, ClassTests) and not tests.adapter:
        if tests.grow and tests.drain:
            traits["emptied again"] = lambda case: _is_emptied(tests, case.calls)
        traits["two instances"] = lambda case: len({call.instance for call in case.calls}) > 1
        sizes, measure, unit = CALL_SIZES, _calls, "calls"
    else:
        traits["empty arguments"] = lambda case: any(_elements(arg) == 0 for arg in _containers(case.calls))
        sizes, measure, unit = ELEMENT_SIZES, _largest, "elements"
    found = [(name, sum(map(has, cases))) for name, has in traits.items()]
    line = ", ".join(f"{name} {_share(n, count)}" for name, n in found)
    classes = []
    amounts = [measure(case) for case in cases]
    for low, high in sizes:
        n = sum(low <= amount <= high for amount in amounts)
        label = str(low) if low == high else f"{low}+" if high >= 10**9 else f"{low}-{high}"
        classes.append(f"{label}: {_share(n, count)}")
    return [f"cases with {line}", f"{unit}  {', '.join(classes)}"]


def _event_lines(events: Counter[str], count: int) -> list[str]:
    return [f"event {name}: {_share(n, count)}" for name, n in events.most_common()]


def _share(n: int, count: int) -> str:
    return f"{n / max(1, count):.0%}" if n == 0 or n * 100 >= count else "<1%"


def _calls(case: OneCase) -> int:
    return len(case.calls)


def _numbers(case: OneCase) -> set[int]:
    found: set[int] = set()
    pending: list[Value] = [arg for call in case.calls for arg in call.args]
    while pending:
        here = pending.pop()
        if isinstance(here, int) and not isinstance(here, bool):
            found.add(here)
        else:
            pending.extend(_inside(here))
    return found


def _inside(value: Value) -> Sequence[Value]:
    if isinstance(value, (list, tuple, set)):
        return list(value)
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, Tree):
        return value.levels
    if isinstance(value, Linked):
        return value.values
    return ()


def _containers(calls: Calls) -> Iterator[Value]:
    for call in calls:
        for arg in call.args:
            if isinstance(arg, (list, tuple, set, dict, str, Tree, Linked)):
                yield arg


def _elements(value: Value) -> int:
    return len(value) if isinstance(value, str) else len(_inside(value))


def _largest(case: OneCase) -> int:
    return max(map(_elements, _containers(case.calls)), default=0)


def _has_duplicates(calls: Calls) -> bool:
    """The same arguments twice for one method, or the same element twice in one argument."""
    seen: set[tuple[int, str, str]] = set()
    for call in calls:
        for arg in call.args:
            inside = _inside(arg)
            if len(inside) > 1 and len({_key(item) for item in inside if item is not None}) < len(inside):
                return True
        if call.args:
            key = (call.instance, call.method, "\0".join(map(_key, call.args)))
            if key in seen:
                return True
            seen.add(key)
    return False


def _key(value: Value) -> str:
    return to_json(encode_value(value)).decode()


def _is_emptied(tests: ClassTests, calls: Calls) -> bool:
    """As many calls that shrink as calls that grow, at some moment after the first."""
    sizes: Counter[int] = Counter()
    for call in calls:
        sizes[call.instance] += (call.method in tests.grow) - (call.method in tests.drain)
        if call.method in tests.drain and sizes[call.instance] == 0:
            return True
    return False


def draw_events(oracle: Oracle, seed: int, count: int) -> Counter[str]:
    """Return how many drawn cases had each event that the author's strategies recorded.

    Draws the cases once more, so only where tests.py speaks of events. Imports Hypothesis.
    """
    events: Counter[str] = Counter()
    if "event(" not in (oracle.problem.folder / "tests.py").read_text(encoding="utf-8"):
        return events
    from hypothesis.statistics import collector

    from judge.generate.draw import draw_cases

    def collect(statistics: Any) -> None:
        for phase in statistics.values():
            if isinstance(phase, dict):
                for case in phase.get("test-cases", ()):
                    events.update(case.get("events", ()))

    with collector.with_value(collect):  # type: ignore[arg-type]
        draw_cases(oracle, seed, count)
    return events
