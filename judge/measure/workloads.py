"""Reading a problem's `workload.py`, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from judge.authoring.workload import CONSTRUCTOR, Workload, WorkloadError, collect_workloads
from judge.generate.load import import_file
from judge.spec.bounds import UnknownClass, check_bound
from judge.spec.problem import Problem


def load_workloads(problem: Problem) -> tuple[Workload, ...]:
    """Run `workload.py` (trusted) and return what it declares. Raises ProblemError with the line."""
    path = problem.folder / "workload.py"
    if not path.exists():
        return ()
    with collect_workloads() as found:
        import_file(path, f"workload_{problem.slug.replace('-', '_')}")
    return tuple(found)


def workload_faults(problem: Problem, workloads: tuple[Workload, ...]) -> list[str]:
    """Return what is wrong with bounds and workloads, without running anything of a submission."""
    faults = []
    names = {method.name for method in problem.entry.methods} | {CONSTRUCTOR}
    path = problem.folder / "workload.py"
    for bound in problem.bounds:
        if not any(one.operation == bound.operation for one in workloads):
            faults.append(f"{path}: no workload for {bound.operation}: declare one with @workload")
    for one in workloads:
        if one.operation not in names:
            faults.append(f"{path}: a workload for {one.operation!r}, which the problem does not have")
            continue
        if one.bound:
            try:
                check_bound(one.bound, one.parameter)
            except UnknownClass as error:
                faults.append(f"{path}: {one.operation}, {one.shape!r}: {error}")
        fault = _fault(lambda one=one: one.stage(max(one.smallest, 16)), names)  # type: ignore[misc]
        if fault:
            faults.append(f"{path}: {fault}")
    return faults


def _fault(make: Callable[[], object], names: set[str]) -> str:
    try:
        made = make()
    except WorkloadError as error:
        return str(error)
    for call in (*made.build, *made.timed, *made.undo):  # type: ignore[attr-defined]
        if call[0] and call[0] not in names:
            return f"calls {call[0]!r}, which the problem does not have"
    return ""
