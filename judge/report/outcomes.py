"""A judgement as a list of named tests, the shape that other systems' formats share.

Hidden properties that were judged, then the complexity of each bounded operation, then, where a judging ended
before any test (CE, IE, an import that failed), one test that says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from judge.judgement import Judgement, OperationCost, PropertyResult
from judge.verdict import Verdict
from judge.wire.lines import one_line


@dataclass(frozen=True, slots=True)
class Outcome:
    """One test of a judgement, as other systems see it."""

    name: str
    words: str
    """What it tests, in the author's public words."""
    status: str
    """passed | failed | error (the submission or the judge broke) | unknown (not measured, inconclusive)"""
    message: str = ""
    """What went wrong, on one line."""
    detail: str = ""
    """The failing case as code, with what was expected."""
    kind: str = ""
    """The verdict's code where it did not pass."""


_BROKEN = (Verdict.IE, Verdict.CE, Verdict.RTE)


def outcomes(judgement: Judgement) -> tuple[Outcome, ...]:
    """Return the tests of a judgement; at least one."""
    tests = [_property(p, judgement) for p in judgement.properties]
    tests += [_growth(cost) for cost in (*judgement.complexity, *judgement.space)]
    said = {test.kind for test in tests if test.kind}
    if judgement.verdict is not Verdict.AC and judgement.verdict.value not in said:
        verdict = judgement.verdict
        whole = Outcome(
            "judging", verdict.words, _failure(verdict), judgement.message, judgement.detail, verdict.value
        )
        tests.insert(0, whole)
    return tuple(tests) or (Outcome("judging", judgement.verdict.words, "passed"),)


def _property(result: PropertyResult, judgement: Judgement) -> Outcome:
    if result.outcome is Verdict.AC:
        return Outcome(result.name, result.words, "passed")
    message, case = judgement.message, failing_case(judgement)
    shown = judgement.counterexample
    if shown is not None and shown.property != result.name:
        message, case = f"cases of it failed too; the smallest one is of: {shown.property}", ""
    return Outcome(result.name, result.words, _failure(result.outcome), message, case, result.outcome.value)


def _failure(verdict: Verdict) -> str:
    return "error" if verdict in _BROKEN else "failed"


def _growth(cost: OperationCost) -> Outcome:
    name = f"complexity of {cost.operation}"
    words = f"{cost.operation} is {'amortized ' if cost.amortized else ''}{cost.required}"
    if cost.status == "within":
        return Outcome(name, words, "passed")
    if cost.status == "exceeded":
        message = f"measured {cost.measured}, required {cost.required}"
        return Outcome(name, words, "failed", message, cost.growth, Verdict.CX.value)
    return Outcome(name, words, "unknown", cost.reason or cost.status)


def failing_case(judgement: Judgement) -> str:
    """Return the smallest failing case as text: the code, then what was expected; empty without one."""
    example = judgement.counterexample
    if example is None:
        return ""
    lines = [example.code.rstrip("\n")]
    if example.expected or example.actual:
        # A later line of an exception's text would be code that the reader is asked to run
        lines += [f"# expected: {one_line(example.expected)}", f"# actual:   {one_line(example.actual)}"]
    return "\n".join(lines)


def score(judgement: Judgement) -> float:
    """Return the part of the tests that passed, 0 to 1; 1 only for an accepted submission."""
    if judgement.verdict is Verdict.AC:
        return 1.0
    if judgement.verdict in (Verdict.IE, Verdict.CE):
        return 0.0
    tests = [test for test in outcomes(judgement) if test.status != "unknown"]
    return round(sum(test.status == "passed" for test in tests) / len(tests), 4) if tests else 0.0
