"""Counting ahead of timing: the same counts in a thread as without, and no trace of it left."""

from __future__ import annotations

import dataclasses
import os
import textwrap
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from judge.authoring.workload import WorkloadError, stage
from judge.generate.oracle import Oracle
from judge.measure import Budget, load_workloads, measure_submission
from judge.measure.ahead import CountsAhead, Operation, share_of
from judge.measure.counting import NO_COUNTS
from judge.measure.opening import opener
from judge.measure.rungs import Bench, Raised
from judge.measure.shape import Shape
from judge.measure.submission import _in_turn, operation_of
from judge.measure.verdicts import UNSURE, Reading
from judge.pipeline import Engine
from judge.sandbox import SessionEnded
from judge.spec.bounds import growth_of
from judge.spec.problem import Problem
from tests.sources import STACK

Ahead = Callable[..., CountsAhead]


@pytest.fixture
def oracle(engine: Engine, problems: Callable[[str], Problem]) -> Oracle:
    """Return the oracle of min-stack."""
    return engine.oracle(problems("min-stack"))


@pytest.fixture
def operations(oracle: Oracle) -> list[Operation]:
    """Return what there is to count of min-stack."""
    workloads = load_workloads(oracle.problem)
    return [operation_of(bound, workloads) for bound in oracle.problem.bounds]


@pytest.fixture
def ahead(engine: Engine, oracle: Oracle) -> Iterator[Ahead]:
    """Return a function that begins to count a source; what it began is closed at the end."""
    begun: list[CountsAhead] = []

    def begin(source: str, operations: list[Operation], *, beside: bool) -> CountsAhead:
        bench = Bench(opener(engine.sandbox, oracle), textwrap.dedent(source).encode(), None)
        begun.append(CountsAhead(bench, oracle, operations, 0, Budget(6.0, 20.0), beside=beside))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()


def counting_threads() -> list[threading.Thread]:
    """Return the threads that still count."""
    return [thread for thread in threading.enumerate() if thread.name == "judge-counting"]


def test_a_thread_counts_the_same(ahead: Ahead, operations: list[Operation]) -> None:
    """Every shape of every operation, in the same order, with the same counts; only its time is charged."""
    found = {}
    for beside in (False, True):
        counts = ahead(STACK, operations, beside=beside)
        found[beside] = [list(counts.of(at)) for at in range(len(operations))]
    for here, there in zip(found[False], found[True], strict=True):
        assert [one.workload for one in here] == [one.workload for one in there]
        assert [one.counts for one in here] == [one.counts for one in there]
        assert all(one.counts.points and one.error is None for one in here)
        assert {one.elsewhere_s for one in here} == {0.0}
        assert all(one.elsewhere_s > 0 for one in there)


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize(
    ("line", "error"),
    [("raise KeyError(val)", Raised), ("import os; os._exit(3)", SessionEnded)],
    ids=["raises", "ends its worker"],
)
def test_what_fails_while_it_is_counted_is_told(
    ahead: Ahead, operations: list[Operation], beside: bool, line: str, error: type[Exception]
) -> None:
    """The shape that failed says how and at which size; the next ones begin in a fresh worker."""
    source = STACK.replace(
        "        self.s.append(", f"        if len(self.s) == 20:\n            {line}\n        self.s.append("
    )
    counts = ahead(source, operations, beside=beside)
    for at, operation in enumerate(operations):
        shapes = list(counts.of(at))
        assert len(shapes) == len(operation.workloads)
        assert all(isinstance(one.error, error) for one in shapes)
        assert all(one.error.at_n >= 16 for one in shapes)  # type: ignore[union-attr]


@pytest.mark.parametrize("beside", [False, True])
def test_the_author_s_mistake_is_told(ahead: Ahead, operations: list[Operation], beside: bool) -> None:
    """A workload that calls what is not there."""
    mistaken = dataclasses.replace(
        operations[0].workloads[0], make=lambda n, rng: stage(timed=[("nothing",)])
    )
    operation = Operation((mistaken,), operations[0].allowed[:1], True)
    (told,) = ahead(STACK, [operation], beside=beside).of(0)
    assert isinstance(told.error, WorkloadError)


@pytest.mark.parametrize("beside", [False, True])
def test_the_judge_s_own_fault_is_raised_to_whoever_asks(
    ahead: Ahead, operations: list[Operation], beside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not die with the thread, which would leave the judging waiting for ever."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of the judge's own")

    monkeypatch.setattr("judge.measure.ahead.count_ladder", broken)
    with pytest.raises(RuntimeError, match="judge's own"):
        list(ahead(STACK, operations, beside=beside).of(0))


def test_closing_does_not_wait_for_what_is_counted(ahead: Ahead, operations: list[Operation]) -> None:
    """A submission that hangs in its thread is ended with its worker, and the thread with it."""
    hangs = STACK.replace(
        "        self.s.append(", "        while len(self.s) > 9: pass\n        self.s.append("
    )
    counts = ahead(hangs, operations, beside=True)
    time.sleep(0.5)
    assert counting_threads()
    began = time.perf_counter()
    counts.close()
    assert time.perf_counter() - began < 2.0
    assert not counting_threads()


def test_what_is_skipped_is_not_counted(ahead: Ahead, operations: list[Operation]) -> None:
    """An operation that is known to be slow needs no more of its shapes."""
    counts = ahead(STACK, operations, beside=False)
    shapes = counts.of(0)
    next(shapes)
    counts.skip(0)
    assert list(shapes) == []
    assert len(list(counts.of(1))) == len(operations[1].workloads)


@pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2, reason="one core"
)
def test_measuring_beside_finds_the_same_and_leaves_nothing(engine: Engine, oracle: Oracle) -> None:
    """Two cores or one: the same classes and statuses, slow ones and failing ones too."""
    slow = STACK.replace("return self.s[-1][1]", "return min(v for v, _ in self.s)")
    fails = STACK.replace("        self.s.pop()", "        assert len(self.s) < 900\n        self.s.pop()")
    for source in (STACK, slow, fails):
        found = [
            measure_submission(engine.sandbox, oracle, source.encode(), Budget(6.0, 20.0), beside=beside)
            for beside in (False, True)
        ]
        assert not counting_threads()
        assert found[0].verdict is found[1].verdict
        one, two = ([(c.operation, c.measured, c.status) for c in f.operations] for f in found)
        assert one == two


def test_the_worst_of_what_is_left_comes_first(operations: list[Operation]) -> None:
    """Shapes are timed as they are counted until one is beyond its bound: then its like come first."""
    workload = operations[0].workloads[0]
    asked = []

    def shapes(texts: list[str]) -> Iterator[Shape]:
        for text in texts:
            asked.append(text)
            reading = Reading(growth_of(text), UNSURE, False, 0.0, "")
            yield Shape(workload, growth_of("O(log n)"), True, NO_COUNTS, (), (), reading)

    given = ["O(1)", "O(log n)", "O(n)", "O(1)", "O(n^2)", "O(log n)"]
    found = []
    for shape in _in_turn(shapes(given)):
        found.append((shape.reading.growth.text(), len(asked)))
    assert [text for text, _ in found] == ["O(1)", "O(log n)", "O(n^2)", "O(n)", "O(log n)", "O(1)"]
    assert [seen for _, seen in found] == [1, 2, 6, 6, 6, 6]


def test_an_operation_has_its_share_and_a_little_at_least() -> None:
    """Half more than an equal part, never more than an operation's own budget."""
    budget = Budget(3.0, 10.0)
    assert share_of(10.0, 10, budget) == 1.5
    assert share_of(10.0, 1, budget) == 3.0
    assert share_of(-1.0, 2, budget) == 0.3
