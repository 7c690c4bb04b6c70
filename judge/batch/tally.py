"""What a batch came to: verdicts in all and by problem, CPU spent, rate, pass@k."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from judge.verdict import Verdict

KS = (1, 10, 100)


@dataclass
class ProblemTally:
    """One problem's verdicts."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    cpu_s: float = 0.0

    @property
    def submissions(self) -> int:
        return sum(self.verdicts.values())

    @property
    def accepted(self) -> int:
        return self.verdicts[Verdict.AC]


@dataclass
class Tally:
    """Counts that grow while a batch runs."""

    problems: dict[str, ProblemTally] = field(default_factory=dict)
    judged: int = 0
    """Judged by this run."""
    resumed: int = 0
    """Found in the output of an earlier run."""

    def add(self, problem: str, verdict: Verdict, cpu_s: float = 0.0, *, fresh: bool = True) -> None:
        """Count one verdict."""
        entry = self.problems.setdefault(problem, ProblemTally())
        entry.verdicts[verdict] += 1
        entry.cpu_s += cpu_s
        if fresh:
            self.judged += 1
        else:
            self.resumed += 1

    @property
    def verdicts(self) -> Counter[Verdict]:
        """All verdicts."""
        return sum((entry.verdicts for entry in self.problems.values()), Counter[Verdict]())

    @property
    def submissions(self) -> int:
        return self.judged + self.resumed

    @property
    def cpu_s(self) -> float:
        """CPU seconds of the boxes, of this run."""
        return sum(entry.cpu_s for entry in self.problems.values())

    def pass_at(self) -> dict[int, float]:
        """Return pass@k over the problems, for each k that every problem with samples has enough of.

        Empty unless several samples share a problem.
        """
        samples = [(entry.submissions, entry.accepted) for entry in self.problems.values()]
        if not samples or max(n for n, _ in samples) < 2:
            return {}
        fewest = min(n for n, _ in samples)
        return {k: _mean(pass_at(n, c, k) for n, c in samples) for k in KS if k <= fewest}


def pass_at(samples: int, accepted: int, k: int) -> float:
    """Return the unbiased estimate that one of k samples is accepted, given `accepted` of `samples`.

    1 - C(n - c, k) / C(n, k), as a product: Chen et al., "Evaluating Large Language Models Trained on Code",
    2021, equation 1. Raises ValueError where k is not in 1..samples.
    """
    if not 1 <= k <= samples:
        raise ValueError(f"k is {k}, of {samples} samples")
    missed = 1.0
    for at in range(samples - accepted + 1, samples + 1):
        missed *= max(0.0, 1.0 - k / at)
    return 1.0 - missed


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)
