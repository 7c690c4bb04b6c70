"""Try a submission on public examples: what each call answered and printed, beside what was expected."""

from __future__ import annotations

from dataclasses import dataclass

from judge.authoring.checkers import reason_of, same, show
from judge.compare.outcome import raised
from judge.generate.examples import Example
from judge.generate.oracle import Illegal, Oracle
from judge.replay import Bench
from judge.spec.problem import CONSTRUCTOR
from judge.verdict import Verdict
from judge.wire.calls import FLAG_CAPTURE, FLAG_FRESH
from judge.wire.cases import read_trace
from judge.wire.errors import NOT_AN_ANSWER, WireError
from judge.wire.nodes import Value

CPU_S = 5.0
LARGEST_LINE = 5 << 18
"""Letters of the line that an example answers with, prints included; a longer one is not decoded."""


@dataclass(frozen=True, slots=True)
class CallRun:
    """One call of an example."""

    text: str
    """The call, as in the example."""
    expected: str
    """Empty where neither the example nor the model says anything."""
    actual: str
    ok: bool


@dataclass(frozen=True, slots=True)
class ExampleRun:
    """One example, tried."""

    name: str
    verdict: Verdict
    message: str
    calls: tuple[CallRun, ...]
    printed: str


def run_example(oracle: Oracle, bench: Bench, example: Example) -> ExampleRun:
    """Run one example in the bench's worker. Raises SandboxError."""
    lines = bench.run(
        [oracle.to_wire(example.calls, flags=FLAG_FRESH | FLAG_CAPTURE)], cpu_s=CPU_S, wall_s=4 * CPU_S
    )
    if lines is None:
        ending = bench.ending
        verdict = ending.verdict if ending is not None else Verdict.RTE
        return ExampleRun(example.name, verdict, ending.message if ending is not None else "", (), "")
    try:
        if len(lines[0]) > LARGEST_LINE:
            raise WireError("far more than an example may answer")
        trace = read_trace(lines[0])
    except WireError:
        return ExampleRun(example.name, Verdict.RTE, NOT_AN_ANSWER, (), "")
    stated = _expectations(oracle, example)
    runs: list[CallRun] = []
    for at, value in enumerate(_results(oracle, trace.results)[: len(example.calls)]):
        if example.calls[at].method == CONSTRUCTOR and oracle.entry.kind != "class":
            continue
        runs.append(_run(oracle, example, at, value, stated))
    if trace.failure is not None and len(trace.results) < len(example.calls):
        at = len(trace.results)
        call = example.calls[at]
        outcome = raised(trace.failure, at, show(stated.get(at)), call.method)
        runs.append(CallRun(_text(oracle, example, at), outcome.expected, outcome.actual, False))
        return ExampleRun(example.name, outcome.verdict, outcome.reason, tuple(runs), trace.out)
    wrong = next((run for run in runs if not run.ok), None)
    if wrong is None:
        return ExampleRun(example.name, Verdict.AC, "", tuple(runs), trace.out)
    message = f"{wrong.text}: expected {wrong.expected}, got {wrong.actual}"
    return ExampleRun(example.name, Verdict.WA, message, tuple(runs), trace.out)


def _results(oracle: Oracle, results: list[Value]) -> list[Value]:
    """Leave out the echoed arguments that some problems' traces carry."""
    from judge.authoring import FunctionTests

    if not (isinstance(oracle.tests, FunctionTests) and oracle.tests.unchanged):
        return results
    return [item[0] if isinstance(item, list) and len(item) == 2 else item for item in results]


def _run(oracle: Oracle, example: Example, at: int, value: Value, stated: dict[int, Value]) -> CallRun:
    call = example.calls[at]
    if at not in stated:
        return CallRun(_text(oracle, example, at), "", "" if value is None else show(value), True)
    checker = oracle.tests.checker(call.method)
    ok = not reason_of(checker, stated[at], value, call.args) or same(stated[at], value)
    return CallRun(_text(oracle, example, at), show(stated[at]), show(value), ok)


def _expectations(oracle: Oracle, example: Example) -> dict[int, Value]:
    """What each call should answer: the example's word, else the model's."""
    stated: dict[int, Value] = {}
    try:
        answers = oracle.answer(example.calls).results
    except Illegal:
        answers = ()
    void = {method.name for method in oracle.entry.methods if method.is_void} | {CONSTRUCTOR}
    for at, answer in enumerate(answers):
        if example.calls[at].method not in void:
            stated[at] = answer
    stated.update((item.at, item.value) for item in example.expected)
    return stated


def _text(oracle: Oracle, example: Example, at: int) -> str:
    from judge.compare.code import write_value

    call = example.calls[at]
    name = oracle.entry.class_name if call.method == CONSTRUCTOR else call.method
    return f"{name}({', '.join(write_value(arg) for arg in call.args)})"


def example_faults(oracle: Oracle, examples: list[Example]) -> list[str]:
    """Return where the statement's examples are not what the model answers: a statement cannot lie."""
    faults = []
    for example in examples:
        try:
            answers = oracle.answer(example.calls).results
        except Illegal:
            faults.append(f"{example.name}: makes a call that the tests forbid")
            continue
        for item in example.expected:
            call = example.calls[item.at]
            reason = reason_of(oracle.tests.checker(call.method), answers[item.at], item.value, call.args)
            if reason and not same(answers[item.at], item.value):
                faults.append(
                    f"{example.name}: {call.method} is said to answer {show(item.value)}, "
                    f"the model answers {show(answers[item.at])}"
                )
    return faults
