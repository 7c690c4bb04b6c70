"""A case as code: run as it stands, it makes the same calls."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.compare.code import write_code
from judge.compare.outcome import Outcome
from judge.generate.oracle import Call, Calls
from judge.spec.problem import CONSTRUCTOR, Entry, Method
from judge.verdict import Verdict
from judge.wire.nodes import Value

PUSH = Method("push", (), "void")
ENTRY = Entry("class", "Index", (), (PUSH, Method("put", (), "void"), Method("get", (), "int")))
NO_ANSWER = Outcome(Verdict.TLE, 10**9, "answers", "did not finish", "over the limit")


def run(code: str) -> list[tuple[int, str, tuple[Value, ...]]]:
    """What the code calls, in order, with the number of the instance."""
    made: list[object] = []
    seen: list[tuple[int, str, tuple[Value, ...]]] = []

    class Index:
        def __init__(self, *args: Value) -> None:
            made.append(self)
            seen.append((made.index(self), CONSTRUCTOR, args))

        def push(self, *args: Value) -> None:
            seen.append((made.index(self), "push", args))

        def put(self, *args: Value) -> None:
            seen.append((made.index(self), "put", args))

        def get(self, *args: Value) -> int:
            seen.append((made.index(self), "get", args))
            return 0

    limit = sys.getrecursionlimit()
    exec(code, {"Index": Index, "print": lambda *_: None})
    sys.setrecursionlimit(limit)
    return seen


def case(*calls: tuple[str, Sequence[Value]], instances: int = 1) -> Calls:
    """Calls on each of the instances in turn."""
    made = [Call(at, CONSTRUCTOR, ()) for at in range(instances)]
    return (*made, *(Call(at, name, tuple(args)) for at in range(instances) for name, args in calls))


VALUES = st.one_of(st.integers(-3, 3), st.booleans(), st.sampled_from([1.0, "a", None]), st.just([1]))
RUNS = st.tuples(
    st.sampled_from(["push", "put", "get"]),
    st.integers(1, 30),
    st.lists(VALUES, max_size=2),
    st.integers(-2, 2),
)


@given(st.lists(RUNS, max_size=5), st.integers(1, 12))
def test_the_code_makes_the_calls_of_the_case(
    runs: list[tuple[str, int, list[Value], int]], instances: int
) -> None:
    """Runs of one call, with values that stay, go up or down, or only look equal, come out as they went in."""
    calls = [
        (name, [arg + at * step if type(arg) is int else arg for arg in args])
        for name, count, args, step in runs
        for at in range(count)
    ]
    whole = case(*calls, instances=instances)
    seen = run(write_code(ENTRY, whole, NO_ANSWER))
    assert [(at, name, [(type(a), a) for a in args]) for at, name, args in seen] == [
        (call.instance, call.method, [(type(a), a) for a in call.args]) for call in whole
    ]


@pytest.mark.parametrize(
    ("args", "loop"),
    [
        ([[0]] * 20, "push(0)"),
        ([[at] for at in range(20)], "push(step)"),
        ([[-at] for at in range(20)], "push(-step)"),
        ([[7 - 2 * at, "a"] for at in range(20)], "push(7 - 2 * step, 'a')"),
    ],
)
def test_many_calls_of_one_kind_are_a_loop(args: list[list[Value]], loop: str) -> None:
    """What fails only after thousands of calls is still a case of a few lines."""
    calls = case(*(("push", each) for each in args), ("get", []))
    lines = write_code(ENTRY, calls, NO_ANSWER).splitlines()
    assert lines[:3] == ["i = Index()", "for step in range(20):", f"    i.{loop}"]


def test_few_calls_are_written_one_by_one() -> None:
    """A small case looks as the shrinker measured it: a call a line."""
    code = write_code(ENTRY, case(*(("push", [0]) for _ in range(11))), NO_ANSWER)
    assert code.count("i.push(0)\n") == 11


def test_a_deep_case_has_the_room_that_the_judge_gave() -> None:
    """Recursion over a long text or a deep tree must end as it did, and not at Python's own limit."""
    answered = Outcome(Verdict.WA, 1, "0", "1", "")
    calls = (Call(0, CONSTRUCTOR, ()), Call(0, "get", ("a" * 2_000,)))
    assert "sys.setrecursionlimit(60_000)" in write_code(ENTRY, calls, answered)
    small = (Call(0, CONSTRUCTOR, ()), Call(0, "get", ("a",)))
    assert "sys" not in write_code(ENTRY, small, answered)
    raised = Outcome(Verdict.RTE, 1, "0", "raised RecursionError: maximum recursion depth exceeded", "")
    assert "sys" not in write_code(ENTRY, calls, raised)
