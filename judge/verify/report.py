"""What the gate found, as immutable records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One demand on a problem folder."""

    name: str
    words: str
    """What was seen, in a few words."""
    faults: tuple[str, ...] = ()
    """Each in one line: what, where, the repair."""
    lines: tuple[str, ...] = ()
    """More to read: shares of the cases, survivors as diffs."""

    @property
    def ok(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True)
class Score:
    """How the tests did against the mutants of the accepted solutions."""

    mutants: int
    """All that were made; those whose bytecode is the original's are not counted."""
    killed: int
    by_tests: int
    """Killed by the hidden cases; the rest of `killed` grows faster than required."""
    equivalent: int
    """Listed in problem.toml with a reason."""
    survivors: int
    kinds: tuple[tuple[str, int], ...]
    """How many mutants of each kind were made."""

    @property
    def share(self) -> float:
        """Killed among those that are not equivalent; 1.0 where there are none."""
        alive = self.killed + self.survivors
        return self.killed / alive if alive else 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """One problem at the gate."""

    slug: str
    checks: tuple[Check, ...]
    wall_s: float
    score: Score | None = None

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)

    @property
    def faults(self) -> tuple[str, ...]:
        return tuple(fault for check in self.checks for fault in check.faults)

    def to_document(self) -> dict[str, object]:
        """Return the report as plain data for JSON."""
        score = self.score
        return {
            "problem": self.slug,
            "ok": self.ok,
            "wall_s": round(self.wall_s, 3),
            "checks": [
                {
                    "name": check.name,
                    "ok": check.ok,
                    "words": check.words,
                    "faults": list(check.faults),
                    "lines": list(check.lines),
                }
                for check in self.checks
            ],
            "mutation": None
            if score is None
            else {
                "mutants": score.mutants,
                "killed": score.killed,
                "killed_by_tests": score.by_tests,
                "equivalent": score.equivalent,
                "survivors": score.survivors,
                "kinds": dict(score.kinds),
            },
        }


def mutation_page(reports: Sequence[Report]) -> str:
    """Return docs/mutation.md: the table of all problems, in Markdown."""
    rows = ["| problem | mutants | killed by tests | too slow | equivalent | alive | score |"]
    rows.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    total = [0] * 5
    for report in reports:
        score = report.score
        if score is None:
            continue
        counts = (
            score.mutants,
            score.by_tests,
            score.killed - score.by_tests,
            score.equivalent,
            score.survivors,
        )
        total = [a + b for a, b in zip(total, counts, strict=True)]
        cells = " | ".join(str(n) for n in counts)
        rows.append(f"| `{report.slug}` | {cells} | {score.share:.1%} |")
    alive = total[1] + total[2] + total[4]
    share = (total[1] + total[2]) / alive if alive else 1.0
    rows.append(f"| **all** | {' | '.join(str(n) for n in total)} | {share:.1%} |")
    table = "\n".join(rows)
    return f"""# Mutation scores

Written by `judge verify --all --table docs/mutation.md`; do not edit.

Every accepted solution of a problem is changed in one place at a time: a comparison turned or shifted,
a number off by one, an operator or a constant replaced, a branch swapped, a statement deleted, a call
dropped. Each mutant is judged by the hidden cases, without the killers that the folder's wrong solutions
put first; one that passes them is measured. *Too slow* are those that only the complexity catches.
*Equivalent* are those that do the same as the original, each listed with its reason in the problem's
`problem.toml`. The score is the share of killed mutants among those that are not equivalent.

{table}
"""
