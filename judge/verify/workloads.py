"""Do the workloads keep their word: does the state grow with n?"""

from __future__ import annotations

from judge.authoring.workload import Stage, Workload
from judge.measure.workloads import load_workloads, workload_faults
from judge.spec.load import show
from judge.spec.problem import Problem
from judge.verify.report import Check
from judge.wire.nodes import Linked, Tree, Value

SMALL_N = 256
FACTOR = 4
LEAST_GROWTH, MOST_GROWTH = 1.5, 12.0
"""A stage of 4n must hold between so many times what the stage of n holds: n log n is 4.7 times."""


def check_workloads(problem: Problem) -> Check:
    """Check every workload at two sizes. Raises ProblemError when workload.py cannot be read."""
    workloads = load_workloads(problem)
    faults = list(dict.fromkeys(_relative(fault, problem) for fault in workload_faults(problem, workloads)))
    path = show(problem.folder / "workload.py")
    if not faults:
        faults = [f"{path}: {fault}" for fault in filter(None, map(_size_fault, workloads))]
    return Check("workloads", f"{len(workloads)} shapes", tuple(faults))


def _relative(fault: str, problem: Problem) -> str:
    return fault.replace(str(problem.folder), show(problem.folder))


def _size_fault(one: Workload) -> str:
    small = max(one.smallest, min(SMALL_N, one.largest // FACTOR))
    large = FACTOR * small
    if large > one.largest:
        return ""  # a narrow range of sizes: nothing can be said
    before, after = one.stage(small), one.stage(large)
    growth = _amount(after) / max(1, _amount(before))
    place = f"{one.operation}, {one.shape!r}"
    if growth > MOST_GROWTH:
        return (
            f"{place}: holds {growth:.0f} times as much for {FACTOR} times the {one.parameter}; "
            f"make its size follow {one.parameter}"
        )
    if growth < LEAST_GROWTH and _largest_number(after) < LEAST_GROWTH * _largest_number(before):
        return (
            f"{place}: holds as much for {one.parameter} = {large} as for {one.parameter} = {small}; "
            f"build a state of size {one.parameter}"
        )
    return ""


def _arguments(stage: Stage) -> list[object]:
    calls = (*stage.build, *stage.timed, *stage.undo)
    return [*stage.construct, *(arg for call in calls for arg in call[1:])]


def _amount(stage: Stage) -> int:
    """Calls and elements of arguments."""
    count = len(stage.build) + len(stage.timed)
    pending = _arguments(stage)
    while pending:
        inside = _inside(pending.pop())
        count += len(inside)
        pending.extend(inside)
    return count


def _largest_number(stage: Stage) -> int:
    numbers = [arg for arg in _arguments(stage) if isinstance(arg, int)]
    return max(map(abs, numbers), default=1)


def _inside(value: Value) -> list[Value]:
    if isinstance(value, str):
        return [None] * len(value)
    if isinstance(value, (list, tuple, set)):
        return list(value)
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, Tree):
        return [mark for mark in value.levels if mark is not None]
    return list(value.values) if isinstance(value, Linked) else []
