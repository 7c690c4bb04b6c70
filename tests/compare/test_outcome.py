"""Comparison: which answers are right, which call is blamed, and that nothing a worker sends can break it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.compare.code import write_code
from judge.compare.outcome import Outcome, compare
from judge.generate.load import load_tests
from judge.generate.oracle import Call, Oracle
from judge.spec.problem import CONSTRUCTOR, Problem
from judge.verdict import Verdict
from judge.wire.nodes import Linked, Tree
from judge.wire.packed import to_line
from judge.wire.values import encode_value

CALLS = (
    Call(0, CONSTRUCTOR, ()),
    Call(0, "push", (5,)),
    Call(0, "push", (3,)),
    Call(0, "getMin", ()),
    Call(0, "top", ()),
)
RIGHT = to_line([None, None, None, 3, 3])


@pytest.fixture(scope="module")
def oracle(problems: Callable[[str], Problem]) -> Oracle:
    problem = problems("min-stack")
    return Oracle(problem, load_tests(problem))


def judged(oracle: Oracle, line: bytes):  # type: ignore[no-untyped-def]
    return compare(oracle.tests, oracle.tests.properties[0], CALLS, RIGHT, line)


@pytest.mark.parametrize("line", [RIGHT, RIGHT.upper(), to_line([None, None, None, 3.0, 3])])
def test_right_answer(oracle: Oracle, line: bytes) -> None:
    """Another spelling and a float that is whole do not make an answer wrong."""
    assert judged(oracle, line) is None


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ([4, 3], 3),
        ([3, None], 4),
        ([True, 3], 3),
        (["3", 3], 3),
        ([{"$": "opaque", "v": "MinStack"}, 3], 3),
        ([4, 5], 3),
    ],
)
def test_first_wrong_call_is_blamed(oracle: Oracle, told: list[object], at: int) -> None:
    """A wrong value is WA at the first call that answered wrong."""
    outcome = judged(oracle, to_line([None, None, None, *told]))
    assert outcome.verdict is Verdict.WA
    assert outcome.at == at


def test_exception_is_blamed_on_the_call_that_raised(oracle: Oracle) -> None:
    """The call after the last result raised; memory is the memory limit."""

    def raised(kind: str) -> bytes:
        failure = {"type": kind, "text": "boom", "line": 4, "source": "x", "frames": []}
        return to_line({"r": [None, None, None], "x": failure})

    outcome = judged(oracle, raised("ValueError"))
    assert (outcome.verdict, outcome.at) == (Verdict.RTE, 3)
    assert "getMin raised ValueError: boom (line 4)" in outcome.reason
    assert judged(oracle, raised("MemoryError")).verdict is Verdict.MLE


def test_wrong_answer_before_the_exception_decides(oracle: Oracle) -> None:
    """What went wrong first is what is reported."""
    failure = {"type": "E", "text": "", "line": 0, "source": "", "frames": []}
    outcome = judged(oracle, to_line({"r": [None, None, None, 9], "x": failure}))
    assert (outcome.verdict, outcome.at) == (Verdict.WA, 3)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60) | st.recursive(st.none() | st.integers(), st.lists).map(to_line))
def test_nothing_that_is_sent_can_raise(oracle: Oracle, line: bytes) -> None:
    """Bytes that are no answer are a runtime error of the submission, never an error of the judge."""
    outcome = judged(oracle, line)
    assert outcome is None or outcome.verdict in (Verdict.WA, Verdict.RTE)


@pytest.mark.parametrize("told", [[], [None, None, None, 3], [None, None, None, 3, 3, 3]])
def test_missing_and_surplus_results_are_malformed(oracle: Oracle, told: list[object]) -> None:
    """A trace has a result for each call, or says why it stopped."""
    assert judged(oracle, to_line(told)).verdict is Verdict.RTE


def test_counterexample_is_a_program(oracle: Oracle) -> None:
    """The code runs below a submission and shows the wrong value beside the expected one."""
    outcome = judged(oracle, to_line([None, None, None, 4, 3]))
    code = write_code(oracle.entry, CALLS, outcome)
    assert code == "s = MinStack()\ns.push(5)\ns.push(3)\nprint(s.getMin())  # expected 3, got 4\n"
    compile(code, "counterexample", "exec")


@pytest.mark.parametrize("at", [3, len(CALLS)], ids=["one call", "all of it"])
def test_a_text_of_many_lines_stays_in_its_comment(oracle: Oracle, at: int) -> None:
    """No line of the program is a stranger's, wherever an editor or Python breaks lines."""
    for line_break in ("\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"):
        evil = f"raised ValueError: no{line_break}import os"
        code = write_code(oracle.entry, CALLS, Outcome(Verdict.RTE, at, evil, evil, ""))
        assert not [line for line in code.splitlines() if line.startswith("import")]


def deep(value: object, levels: int) -> object:
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        [1.0, float("inf"), [float("-inf")]],
        (1,),
        {"a": (float("inf"), set(), frozenset({2})), "b": {3}},
        [Linked([1, 2]), Linked(list(range(9))), Linked([1, 2], 0)],
        [Tree([1, None, 2]), (Tree(list(range(30))),)],
        Linked([float("inf"), 2]),
        Tree([float("inf"), 2]),
        deep(float("inf"), 62),
        deep([1, [float("inf")], []], 5000),
        {"a": deep(1, 5000)},
    ],
    ids=[
        "floats",
        "tuple",
        "containers",
        "lists",
        "trees",
        "in a list",
        "in a tree",
        "62",
        "5000",
        "in a dict",
    ],
)
def test_arguments_are_written_as_a_program(oracle: Oracle, value: object) -> None:
    """Whatever is nested in an argument, the code defines what it names and hands over the same value."""
    outcome = Outcome(Verdict.WA, 0, "None", "0", "")
    entry = oracle.entry._replace(kind="function", class_name="")
    code = write_code(entry, (Call(0, "take", (value,)),), outcome)
    taken: list[object] = []
    exec(code, {"take": taken.append})
    assert encode_value(taken[0]) == encode_value(value)
