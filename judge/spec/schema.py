"""problem.toml, key by key. This is the whole of what the file may say; anything else is an error."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from judge.spec.bounds import UnknownClass, check_bound
from judge.spec.signature import parse_signature

Positive = Annotated[float, Field(gt=0)]
Text = Annotated[str, Field(min_length=1)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EntryTable(_Table):
    """What the submission must define."""

    class_: str | None = Field(default=None, alias="class")
    """Class problems: the class's name."""
    constructor: str = "()"
    """Class problems: the constructor's parameters, `(capacity: int)`."""
    methods: tuple[str, ...] = ()
    """Class problems: signatures."""
    functions: tuple[str, ...] = ()
    """Function problems: signatures, `Solution.name(...)` for a method of a class, else of the module."""

    @field_validator("methods", "functions")
    @classmethod
    def _are_signatures(cls, lines: tuple[str, ...]) -> tuple[str, ...]:
        names = [parse_signature(text).name for text in lines]
        twice = next((name for name in names if names.count(name) > 1), "")
        if twice:
            raise ValueError(f"{twice} is there twice; rename or remove one")
        return lines

    @field_validator("constructor")
    @classmethod
    def _is_signature(cls, text: str) -> str:
        parse_signature("constructor" + text)
        return text

    @model_validator(mode="after")
    def _one_kind(self) -> EntryTable:
        if bool(self.class_) == bool(self.functions):
            raise ValueError("give either class and methods, or functions")
        if self.class_ and not self.methods:
            raise ValueError("methods must name at least one method")
        owners = {parse_signature(text).owner for text in self.functions}
        if len(owners) > 1:
            raise ValueError("all functions must belong to one class, or all to the module")
        return self


class LimitsTable(_Table):
    """Enforced bounds of the tests."""

    time_factor: Positive = 50.0
    """CPU time allowed, as a multiple of the reference's in the same judging. On a quiet machine it should
    come to about the floor: then a slow or crowded one allows as much more as it needs."""
    time_floor_s: Positive = 2.0
    """CPU seconds that are always allowed."""
    wall_s: Annotated[float, Field(gt=0, le=3600, allow_inf_nan=False)] = 12.0
    memory_mb: Annotated[int, Field(ge=16, le=65_536)] = 256
    """On top of what the bare worker uses."""
    output_mb: Annotated[int, Field(ge=1, le=1024)] = 64
    processes: Annotated[int, Field(ge=2, le=512)] = 16
    """Threads, the worker's two included."""
    recursion: Annotated[int, Field(ge=200, le=1_000_000)] = 60_000
    """Python's recursion limit; 1000 where recursion is meant to fail."""


class BoundTable(_Table):
    """A required complexity that needs more than its text."""

    bound: Text
    amortized: bool = False


class BudgetTable(_Table):
    """Time that complexity measuring may take."""

    operation_s: Positive = 3.0
    submission_s: Positive = 10.0


class EquivalentTable(_Table):
    """A mutant that no test can kill, because it does the same."""

    file: Text
    mutant: Text
    """As `judge verify` prints it."""
    reason: Text


class ProblemFile(_Table):
    """problem.toml."""

    title: Text
    difficulty: Literal["easy", "medium", "hard"]
    topics: Annotated[tuple[Text, ...], Field(min_length=1)]
    asked: Text
    """Where the question was asked."""
    hints: Annotated[tuple[Text, ...], Field(min_length=1)]
    """From the gentlest to the plainest."""
    follow_ups: tuple[Text, ...] = ()
    """What an interviewer asks next."""
    forbid: tuple[Text, ...] = ()
    """Checked on the syntax tree: `name` (a builtin or a module), `.method`, `module.name`, `{}` (dict and
    set displays), `**` (parameters)."""
    requires: tuple[Text, ...] = ()
    """Third-party packages that submissions may import, by import name."""
    entry: EntryTable
    limits: LimitsTable = LimitsTable()
    complexity: dict[str, str | BoundTable] = Field(default_factory=dict)
    """For each operation (`__init__` and `space` too) the required bound."""
    budget: BudgetTable = BudgetTable()
    equivalent: tuple[EquivalentTable, ...] = ()

    @model_validator(mode="after")
    def _known_operations_and_bounds(self) -> ProblemFile:
        known = {parse_signature(text).name for text in (*self.entry.methods, *self.entry.functions)}
        for operation, bound in self.complexity.items():
            if operation not in known | {"__init__", "space"}:
                raise ValueError(
                    f"complexity.{operation}: no such operation; there are {', '.join(sorted(known))}"
                )
            try:
                check_bound(bound if isinstance(bound, str) else bound.bound)
            except UnknownClass as error:
                raise ValueError(f"complexity.{operation}: {error}") from None
        return self
