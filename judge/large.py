"""A failure that measuring met at a large size, as a case: at the smallest size that shows it, made small."""

from __future__ import annotations

import time
from collections.abc import Iterator

from judge.authoring.workload import CONSTRUCTOR, FUNCTION, Workload, WorkloadError
from judge.belief import Believed, Believer
from judge.errors import ProblemError
from judge.generate.oracle import Call, Calls, Oracle
from judge.measure import load_workloads
from judge.measure.measurement import LargeFailure

SMALLEST = 8
FINE_UNTIL = 64
"""Sizes grow by a quarter up to this one, since a model may take exponential time; then they double."""
DEARER = 8.0
"""The next size may take this many times as long as the last one: a model may be cubic."""
FEW_TIMED = 16
"""Calls after the build that are made at first: a simple model may take as long for each as n."""


def find_large_case(
    oracle: Oracle, believer: Believer, failure: LargeFailure, budget_s: float
) -> tuple[Believed, int] | None:
    """Return the failure as a case that was made small, and the property that it breaks.

    None where no size up to the failure's own shows it within the budget: the model, which is simple and not
    quick, must say what is right there. Raises SandboxError.
    """
    properties = oracle.tests.properties
    owner = next((at for at, declared in enumerate(properties) if declared.check is None), None)
    workload = next(
        (
            one
            for one in load_workloads(oracle.problem)
            if (one.operation, one.shape) == (failure.operation, failure.shape)
        ),
        None,
    )
    if owner is None or workload is None or workload.operation == CONSTRUCTOR:
        return None
    until = time.monotonic() + budget_s
    tried_s = 0.0
    for n, most_timed in (*((n, FEW_TIMED) for n in _sizes(workload, failure.n)), (failure.n, None)):
        if DEARER * tried_s > until - time.monotonic():
            return None
        started = time.monotonic()
        try:
            calls = calls_of(oracle, workload, n, most_timed)
            believed = believer.believe_case(calls, properties[owner], failure.verdict)
        except (ProblemError, WorkloadError):
            return None  # a model need not cope with sizes that no hidden case has
        if believed is not None:
            return believed, owner
        tried_s = time.monotonic() - started
    return None


def _sizes(workload: Workload, failed: int) -> Iterator[int]:
    """Yield sizes up to twice the one that failed: there the build alone is as large as all of it was."""
    n = max(workload.smallest, min(SMALLEST, failed))
    while n < failed:
        yield n
        n = 2 * n if n >= FINE_UNTIL else n + max(1, n // 4)
    yield failed
    if failed < workload.largest:
        yield min(workload.largest, 2 * failed)


def calls_of(oracle: Oracle, workload: Workload, n: int, most_timed: int | None = None) -> Calls:
    """Return the calls of a workload's stage as those of one case. Raises WorkloadError.

    `most_timed`: of the calls after the build.
    """
    stage = workload.stage(n)
    calls: list[Call] = []
    if oracle.entry.class_name and not oracle.tests.adapter:
        calls.append(Call(0, CONSTRUCTOR, stage.construct))
    for name, *args in (*stage.build, *stage.timed[:most_timed]):
        calls.append(Call(0, workload.operation if name == FUNCTION else str(name), tuple(args)))
    return tuple(calls)
