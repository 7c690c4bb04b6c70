"""Reading a problem's `workload.py`, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from judge.authoring.workload import CONSTRUCTOR, Workload, WorkloadError, collect_workloads
from judge.errors import ProblemError
from judge.generate.load import import_file
from judge.spec.bounds import Growth, UnknownClass, check_bound, growth_of
from judge.spec.problem import Bound, Problem


def load_workloads(problem: Problem) -> tuple[Workload, ...]:
    """Run `workload.py` (trusted) and return what it declares. Raises ProblemError with the line."""
    path = problem.folder / "workload.py"
    if not path.exists():
        return ()
    with collect_workloads() as found:
        import_file(path, f"workload_{problem.slug.replace('-', '_')}")
    return tuple(found)


def growth_allowed(bound: Bound, workload: Workload, own: str = "") -> Growth:
    """Return how a bound, or the shape's `own`, lets cost grow with the shape. Raises ProblemError."""
    try:
        return growth_of(own or bound.text, workload.parameter)
    except UnknownClass as error:
        place = f"problem.toml: complexity.{bound.operation}"
        if own:
            place = f"workload.py: {workload.operation}, {workload.shape!r}"
        raise ProblemError(f"{place}: {error}") from None


def no_workload(bound: Bound) -> str:
    """The fault of a bound that nothing measures."""
    return f"no workload for {bound.operation}: declare one with @workload"


def workload_faults(problem: Problem, workloads: tuple[Workload, ...]) -> list[str]:
    """Return what is wrong with bounds and workloads, without running anything of a submission."""
    faults = []
    names = {method.name for method in problem.entry.methods} | {CONSTRUCTOR}
    toml, path = problem.folder / "problem.toml", problem.folder / "workload.py"
    for bound in problem.bounds:
        mine = [one for one in workloads if one.operation == bound.operation]
        faults += _bound_faults(bound, mine, toml)
        if not mine:
            faults.append(f"{path}: {no_workload(bound)}")
    if problem.space is not None:
        faults += _bound_faults(problem.space, workloads, toml)
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


def _bound_faults(bound: Bound, workloads: Sequence[Workload], toml: Path) -> list[str]:
    """A bound is read in the parameter of each of its workloads: `O(k^9)` is a class in n, and none in k."""
    for parameter in ("n", *(one.parameter for one in workloads)):
        try:
            growth_of(bound.text, parameter)
        except UnknownClass as error:
            return [f"{toml}: complexity.{bound.operation}: {error}"]
    return []


def _fault(make: Callable[[], object], names: set[str]) -> str:
    try:
        made = make()
    except WorkloadError as error:
        return str(error)
    for call in (*made.build, *made.timed, *made.undo):  # type: ignore[attr-defined]
        if call[0] and call[0] not in names:
            return f"calls {call[0]!r}, which the problem does not have"
    return ""
