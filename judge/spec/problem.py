"""A problem as immutable records; what every other room knows of it.

Named tuples, here and wherever a judging passes: making a frozen dataclass costs 0.6 ms at import and a named
tuple 0.08, and some thirty such classes stand between a cold start and the first case.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from judge.wire.calls import CONSTRUCTOR as CONSTRUCTOR


class Parameter(NamedTuple):
    """One parameter, with its type in the statement's notation: `int`, `list[int]`, `TreeNode`."""

    name: str
    type: str


class Method(NamedTuple):
    """A method or function that a submission must offer."""

    name: str
    parameters: tuple[Parameter, ...]
    returns: str
    """`void` where the return value is ignored; `NodeIndex` where one of the argument's nodes is returned."""

    @property
    def is_void(self) -> bool:
        return self.returns == "void"

    def signature(self) -> str:
        """The method as the statement writes it: `push(val: int) -> void`."""
        inside = ", ".join(f"{p.name}: {p.type}" for p in self.parameters)
        return f"{self.name}({inside}) -> {self.returns}"


class Entry(NamedTuple):
    """What the submission must define.

    A class problem names the class and keeps one instance over a sequence of calls. A function problem
    names functions, of a class (a fresh instance for each call) or of the module (`class_name` is empty).
    """

    kind: str
    """`class` or `function`"""
    class_name: str
    constructor: tuple[Parameter, ...]
    methods: tuple[Method, ...]


class Bound(NamedTuple):
    """A required complexity."""

    operation: str
    """A method, a function, `__init__`, or `space`."""
    text: str
    """As the author wrote it: `O(log n)`."""
    amortized: bool = False


class ProblemLimits(NamedTuple):
    """Enforced bounds of the tests, before they are scaled to the machine."""

    time_factor: float
    """CPU time allowed, as a multiple of the reference's on the same cases in the same judging."""
    time_floor_s: float
    """CPU seconds that are always allowed."""
    wall_s: float
    memory_bytes: int
    output_bytes: int
    processes: int
    recursion: int
    """Python's recursion limit in the worker."""


class Equivalent(NamedTuple):
    """A mutant of an accepted solution that no test can kill, because it does the same."""

    file: str
    """The accepted solution's file name."""
    mutant: str
    """The mutated line as `judge verify` prints it: `old -> new`, white space folded."""
    reason: str


class Problem(NamedTuple):
    """One problem folder, valid and read."""

    slug: str
    folder: Path
    reference_folder: Path
    """Holds solution.py (the reference) and any further accepted solutions."""
    version: str
    """Hash of everything that can change a verdict."""
    title: str
    difficulty: str
    """easy | medium | hard"""
    topics: tuple[str, ...]
    asked: str
    """Where the question was asked."""
    entry: Entry
    limits: ProblemLimits
    bounds: tuple[Bound, ...]
    """Required complexities of operations, in the file's order."""
    space: Bound | None
    hints: tuple[str, ...]
    follow_ups: tuple[str, ...]
    forbid: tuple[str, ...]
    requires: tuple[str, ...]
    equivalents: tuple[Equivalent, ...]
    operation_budget_s: float
    complexity_budget_s: float

    @property
    def statement(self) -> Path:
        return self.folder / "statement.md"

    @property
    def starter(self) -> Path:
        return self.folder / "starter.py"

    @property
    def reference(self) -> Path:
        return self.reference_folder / "solution.py"

    def accepted(self) -> tuple[Path, ...]:
        """The reference and every further accepted solution, sorted by name, the reference first."""
        others = sorted(p for p in self.reference_folder.glob("[!.]*.py") if p.name != "solution.py")
        return (self.reference, *others)

    def wrong(self) -> tuple[Path, ...]:
        """The wrong solutions; each one's prefix is the verdict that it must earn."""
        return tuple(sorted((self.folder / "wrong").glob("[!.]*.py")))
