"""The folder's own submissions: does each earn the verdict that it must?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from judge.judgement import Judgement
from judge.killers import killer_sources
from judge.pipeline import Engine
from judge.request import Listener, Options, Submission
from judge.spec.load import show
from judge.spec.problem import Problem
from judge.verdict import Verdict
from judge.verify.proofs import Proofs, digest_of

SHRINK_BUDGET_S = 40.0
"""Eight times the usual: a counterexample must come out small even on a slow and busy machine."""

IN_ORDER = "in order"

SECOND_BUDGET = 3.0
"""What is inconclusive is measured once more, with so many times the budget."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One file of the folder, judged."""

    path: Path
    seed: int
    fault: str
    """"" or one line: what, where, the repair."""


@dataclass(frozen=True, slots=True)
class FileJudge:
    """Judges files of one problem; what was as it must be is not judged again."""

    engine: Engine
    problem: Problem
    proofs: Proofs
    complexity: bool
    listen: Listener

    def judge_accepted(self, path: Path, seed: int) -> Judged:
        """An accepted solution must be AC and within every bound."""
        return self._judge(path, seed, "accepted", FileJudge._accepted_fault)

    def judge_starter(self, path: Path, seed: int) -> Judged:
        """The starter must define everything, and must not be accepted."""
        return self._judge(path, seed, "starter", FileJudge._starter_fault)

    def judge_wrong(self, path: Path, seed: int) -> Judged:
        """A wrong solution must earn exactly its prefix, by a small case where cases can show it."""
        return self._judge(path, seed, "wrong", FileJudge._wrong_fault)

    def _judge(self, path: Path, seed: int, role: str, find_fault: FindFault) -> Judged:
        what = f"{role}/{path.name}/{seed}/{self.complexity}"
        # Killers come of the folder's own failing files, and would kill those whatever the tests are worth.
        # What answers rightly meets them as a contestant's solution does.
        killers = role != "wrong" or path.name.startswith("cx_")
        digest = digest_of(self.problem, path)
        killed_by = digest_of(self.problem, path, *killer_sources(self.problem)) if killers else digest
        judge = self
        if self.proofs.read(what, digest) == IN_ORDER:
            if self.proofs.read(f"{what}/killers", killed_by) == IN_ORDER:
                return Judged(path, seed, "")
            judge = replace(self, complexity=False)  # new killers change no measurement
        fault = find_fault(judge, path, judge._run(path, seed, killers))
        if not fault:
            self.proofs.keep(what, digest, IN_ORDER)
            self.proofs.keep(f"{what}/killers", killed_by, IN_ORDER)
        return Judged(path, seed, fault)

    def _run(self, path: Path, seed: int, killers: bool) -> Judgement:
        submission = Submission.read(path)
        options = Options(
            seed=seed, complexity=self.complexity, killers=killers, shrink_budget_s=SHRINK_BUDGET_S
        )
        judgement = self.engine.judge(self.problem, submission, options, self.listen)
        if judgement.verdict is Verdict.AC and _loose(judgement, "inconclusive"):
            budget_s = SECOND_BUDGET * self.problem.complexity_budget_s
            options = Options(seed=seed, complexity_budget_s=budget_s, killers=killers)
            judgement = self.engine.judge(self.problem, submission, options, self.listen)
        return judgement

    def _accepted_fault(self, path: Path, judgement: Judgement) -> str:
        if judgement.verdict is not Verdict.AC:
            return f"{show(path)}: must be AC, is {_earned(judgement)}; mend it, or the model in tests.py"
        if self.complexity:
            loose = _loose(judgement, "inconclusive", "not-measured", "exceeded")
            if loose:
                return f"{show(path)}: must be within every bound: {loose}; mend the workload or the bound"
        return ""

    def _starter_fault(self, path: Path, judgement: Judgement) -> str:
        if judgement.verdict is Verdict.AC:
            return f"{show(path)}: the starter is accepted; take the solution out of it"
        if judgement.verdict in (Verdict.CE, Verdict.IE):
            return f"{show(path)}: the starter must define everything, is {_earned(judgement)}"
        return ""

    def _wrong_fault(self, path: Path, judgement: Judgement) -> str:
        wanted = Verdict(path.name.split("_", 1)[0].upper())
        if wanted is Verdict.CX and not self.complexity:
            wanted = Verdict.AC  # slow only: its answers must be right
        if judgement.verdict is not wanted:
            let_through = judgement.verdict is Verdict.AC
            repair = "strengthen tests.py or workload.py" if let_through else "rename or mend it"
            return f"{show(path)}: must be {wanted}, is {_earned(judgement)}; {repair}"
        if wanted in (Verdict.WA, Verdict.RTE):
            if judgement.counterexample is None:
                return f"{show(path)}: {wanted} without a counterexample ({judgement.message[:120]})"
            if not judgement.counterexample.shrunk:
                return (
                    f"{show(path)}: its counterexample did not get small in {SHRINK_BUDGET_S:g} s; "
                    "make the cases smaller"
                )
        return ""


FindFault = Callable[[FileJudge, Path, Judgement], str]


def _earned(judgement: Judgement) -> str:
    return f"{judgement.verdict} ({' '.join(judgement.message.split())[:200]})"


def _loose(judgement: Judgement, *statuses: str) -> str:
    costs = (*judgement.complexity, *judgement.space)
    return ", ".join(
        f"{cost.operation} is {cost.measured or '?'} for {cost.required} ({cost.status})"
        for cost in costs
        if cost.status in statuses
    )
