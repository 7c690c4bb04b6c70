"""A worker's line -> what it is worth."""

from __future__ import annotations

from dataclasses import dataclass

from judge.authoring import FunctionTests, Property
from judge.authoring.checkers import MISSHAPEN, SHOWN, Checker, reason_of, same, show
from judge.authoring.properties import Tests
from judge.generate.oracle import Calls
from judge.spec.problem import CONSTRUCTOR
from judge.verdict import Verdict
from judge.wire.cases import Failure, most_bytes, read_trace
from judge.wire.errors import NOT_AN_ANSWER, WireError
from judge.wire.nodes import Opaque, Value


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one case failed."""

    verdict: Verdict
    at: int
    """The index of the call that failed; the number of calls when the case as a whole did."""
    expected: str
    actual: str
    reason: str
    """One line for people."""
    failure: Failure | None = None


def compare(
    tests: Tests, declared: Property, calls: Calls, expected_line: bytes, line: bytes
) -> Outcome | None:
    """Return how the case failed, or None when every answer is right.

    The first call that went wrong decides. Never raises for anything a worker sent.
    """
    if line == expected_line:
        return None
    most = most_bytes(expected_line)
    if len(line) > most:
        words = "far larger than any right answer"
        size = f"an answer of over {most // 2} bytes"  # a line has two letters for each
        return Outcome(Verdict.WA, len(calls) - 1, "a smaller answer", size, words)
    try:
        trace = read_trace(line)
    except (WireError, MemoryError):
        return Outcome(Verdict.RTE, 0, "", "", NOT_AN_ANSWER)
    if len(trace.results) != len(calls) and (trace.failure is None or len(trace.results) > len(calls)):
        return Outcome(Verdict.RTE, 0, "", "", NOT_AN_ANSWER)
    expected = read_trace(expected_line).results
    echoed = isinstance(tests, FunctionTests) and tests.unchanged
    if declared.check is not None:
        found = _check_whole(declared, calls, trace.results, trace.failure, expected, echoed)
    else:
        found = _check_calls(tests, calls, trace.results, expected, echoed)
    if found is None and trace.failure is not None:
        at = min(len(trace.results), len(calls) - 1)
        wanted = expected[at][0] if echoed and isinstance(expected[at], list) else expected[at]
        return raised(trace.failure, at, show(wanted), calls[at].method)
    return found


def _check_calls(
    tests: Tests, calls: Calls, results: list[Value], expected: list[Value], echoed: bool
) -> Outcome | None:
    for at, (call, wanted, found) in enumerate(zip(calls, expected, results, strict=False)):
        if call.method == CONSTRUCTOR:
            continue
        if echoed:
            outcome = _check_echoed(tests.checker(call.method), at, wanted, found, call.args)
        else:
            outcome = _check_one(tests.checker(call.method), at, wanted, found, call.args)
        if outcome is not None:
            return outcome
    return None


def _check_one(
    checker: Checker, at: int, wanted: Value, found: Value, args: tuple[Value, ...]
) -> Outcome | None:
    reason = reason_of(checker, wanted, found, args)
    if not reason:
        return None
    if isinstance(found, Opaque):
        reason = f"returned a value of type {found.text}, which is not a plain value"
    return Outcome(Verdict.WA, at, show(wanted), show(found), reason)


def _check_echoed(
    checker: Checker, at: int, wanted: Value, found: Value, args: tuple[Value, ...]
) -> Outcome | None:
    """A result that carries its arguments as the call left them."""
    if not (isinstance(found, list) and len(found) == 2 and isinstance(wanted, list)):
        return Outcome(Verdict.RTE, at, "", "", NOT_AN_ANSWER)
    outcome = _check_one(checker, at, wanted[0], found[0], args)
    if outcome is not None:
        return outcome
    if not same(wanted[1], found[1], strictly=True):
        before, after = show_arguments(wanted[1]), show_arguments(found[1])
        return Outcome(
            Verdict.WA, at, f"arguments left as {before}", f"changed to {after}", "an argument was changed"
        )
    return None


def _check_whole(
    declared: Property,
    calls: Calls,
    results: list[Value],
    failure: Failure | None,
    expected: list[Value],
    echoed: bool,
) -> Outcome | None:
    if failure is not None:
        return None
    assert declared.check is not None
    pairs = [
        ((call.method, *call.args), result[0] if echoed and isinstance(result, list) and result else result)
        for call, result in zip(calls, results, strict=True)
        if call.method != CONSTRUCTOR
    ]
    try:
        reason = declared.check([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    except Exception:  # a check may assume that answers have the right shape
        reason = MISSHAPEN
    if not reason:
        return None
    wanted = [form for call, form in zip(calls, expected, strict=True) if call.method != CONSTRUCTOR]
    return Outcome(Verdict.WA, len(calls) - 1, show(wanted[-1]), show(pairs[-1][1]), reason)


def raised(failure: Failure, at: int, expected: str, method: str) -> Outcome:
    """Return the outcome of a call that raised: MemoryError is the memory limit, all else is RTE."""
    text = f": {failure.text}" if failure.text else ""
    shown = f"{failure.type}{text}"[:SHOWN]
    if failure.type == "MemoryError":
        return Outcome(Verdict.MLE, at, expected, "ran out of memory", f"{method} ran out of memory", failure)
    where = f" (line {failure.line})" if failure.line else ""
    return Outcome(
        Verdict.RTE,
        at,
        expected,
        f"raised {shown}",
        f"{method} raised {shown}{where}".replace("\n", " "),
        failure,
    )


def show_arguments(values: Value) -> str:
    """Return an argument list as a report shows it."""
    assert isinstance(values, list)
    return ", ".join(show(value) for value in values)
