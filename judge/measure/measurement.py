"""What measuring one submission found, as immutable records."""

from __future__ import annotations

from dataclasses import dataclass

from judge.judgement import OperationCost
from judge.verdict import Verdict

STATUS_WITHIN = "within"
STATUS_EXCEEDED = "exceeded"
STATUS_INCONCLUSIVE = "inconclusive"
STATUS_NOT_MEASURED = "not-measured"


@dataclass(frozen=True, slots=True)
class Budget:
    """How long measuring may take, on the wall clock."""

    operation_s: float = 3.0
    submission_s: float = 10.0


@dataclass(frozen=True, slots=True)
class LargeFailure:
    """The submission failed in the complexity phase: wrong, crashed or stopped at one size."""

    verdict: Verdict
    operation: str
    shape: str
    n: int
    message: str
    """One line for the contestant, with the size, and the line that raised."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Everything that the complexity phase found."""

    operations: tuple[OperationCost, ...]
    space: tuple[OperationCost, ...]
    failure: LargeFailure | None
    noise: float
    """Relative noise of this machine: the median difference of paired slices."""
    noise_words: str
    cpu_s: float
    """CPU seconds of the workers."""
    wall_s: float

    @property
    def verdict(self) -> Verdict:
        """AC, CX where an operation or the space exceeds its bound, or the failure's verdict."""
        if self.failure is not None:
            return self.failure.verdict
        exceeded = any(c.status == STATUS_EXCEEDED for c in (*self.operations, *self.space))
        return Verdict.CX if exceeded else Verdict.AC

    @property
    def message(self) -> str:
        """One line: what exceeds its bound, or nothing."""
        if self.failure is not None:
            return self.failure.message
        for cost in (*self.operations, *self.space):
            if cost.status == STATUS_EXCEEDED:
                return f"{cost.operation} is {cost.measured}, required {cost.required}"
        return ""
