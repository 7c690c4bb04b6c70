"""One problem at the gate, check by check."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from judge.authoring.checkers import CheckerError
from judge.errors import ProblemError, UsageError
from judge.generate.corpus import STRENGTH
from judge.generate.examples import statement_examples
from judge.generate.load import authors_mistake
from judge.pipeline import Engine
from judge.request import Listener, Progress
from judge.spec.load import show
from judge.spec.problem import Problem
from judge.trial import example_faults
from judge.verify.cases import check_cases, draw_events
from judge.verify.folder import check_folder
from judge.verify.judgings import FileJudge, Judged
from judge.verify.mutation import MutationRun
from judge.verify.proofs import Proofs, digest_of
from judge.verify.report import Check, Report, Score
from judge.verify.workloads import check_workloads

FEWEST_EXAMPLES = 2

CHECKS = (
    "folder",
    "cases",
    "statement",
    "workloads",
    "accepted",
    "starter",
    "wrong",
    "stability",
    "mutation",
)
"""Every check, in the order in which they are made."""


@dataclass(frozen=True, slots=True)
class Demands:
    """What is asked of a folder."""

    seed: int = 0
    """Of the hidden cases."""
    seeds: int = 1
    """Every file is judged with so many seeds, from `seed` on."""
    complexity: bool = True
    mutation: bool = True
    fresh: bool = False
    """Look at everything again, also what was found in order before."""
    only: frozenset[str] = frozenset()
    """Names of the checks to make; empty: all."""


def verify_problem(engine: Engine, problem: Problem, demands: Demands, listen: Listener) -> Report:
    """Put one problem through the gate. What is wrong with the folder is in the report."""
    started = time.monotonic()
    gate = _Gate(engine, problem, demands, listen)
    checks: list[Check] = []
    for step in gate.steps():
        name = step.__name__.removeprefix("check_")
        if demands.only and name not in demands.only:
            continue
        try:
            checks.append(step())
        except (ProblemError, UsageError, CheckerError) as error:
            said = authors_mistake(problem, error) or error
            checks.append(Check(name, "invalid", (" ".join(str(said).split()),)))
            if name == "cases":
                break  # without cases nothing can be judged
    return Report(problem.slug, tuple(checks), time.monotonic() - started, gate.score)


class _Gate:
    """The checks of one problem, in the order in which they make sense."""

    def __init__(self, engine: Engine, problem: Problem, demands: Demands, listen: Listener) -> None:
        self._engine = engine
        self._problem = problem
        self._demands = demands
        self._listen = listen
        self._proofs = Proofs(demands.fresh)
        self._judge = FileJudge(engine, problem, self._proofs, demands.complexity, self._quietly)
        self.score: Score | None = None

    def steps(self) -> Iterator[Callable[[], Check]]:
        """Every check that is asked for."""
        yield self.check_folder
        yield self.check_cases
        yield self.check_statement
        yield self.check_workloads
        yield self.check_accepted
        yield self.check_starter
        yield self.check_wrong
        if self._demands.seeds > 1:
            yield self.check_stability
        if self._demands.mutation or "mutation" in self._demands.only:
            yield self.check_mutation

    def _quietly(self, progress: Progress) -> None:
        """Judgings inside the gate report no steps of their own."""

    def _say(self, what: str, done: int, total: int) -> None:
        self._listen(Progress(f"{self._problem.slug}: {what}", done, total))

    # -- the checks ---------------------------------------------------------------------------------

    def check_folder(self) -> Check:
        """The folder is complete, and nothing in it is left to write."""
        return check_folder(self._problem)

    def check_cases(self) -> Check:
        """Every case is legal, the model repeats itself, and no property is blind."""
        self._say("cases", 0, 1)
        seed, digest = self._demands.seed, digest_of(self._problem)
        what = f"cases/{seed}"
        kept = self._proofs.read(what, digest)
        if kept is not None:
            return Check("cases", kept[0], (), tuple(kept[1]))
        oracle = self._engine.oracle(self._problem)
        corpus, _ = self._engine.corpus(self._problem, seed, self._quietly)
        check = check_cases(oracle, corpus, draw_events(oracle, seed, STRENGTH))
        if check.ok:
            self._proofs.keep(what, digest, [check.words, list(check.lines)])
        return check

    def check_statement(self) -> Check:
        """The statement's examples are what the model answers, and there are enough of them."""
        examples = statement_examples(self._problem)
        path = show(self._problem.statement)
        faults = [
            f"{path}: {fault}" for fault in example_faults(self._engine.oracle(self._problem), examples)
        ]
        if len(examples) < FEWEST_EXAMPLES:
            faults.append(
                f"{path}: has {len(examples)} examples, {FEWEST_EXAMPLES} are asked; "
                "add fenced ```python blocks in prompt style"
            )
        return Check("statement", f"{len(examples)} examples", tuple(faults))

    def check_workloads(self) -> Check:
        """The workloads can be built and grow with n."""
        self._say("workloads", 0, 1)
        return check_workloads(self._problem)

    def check_accepted(self) -> Check:
        """The reference and every further accepted solution: AC, and within every bound."""
        return self._files("accepted", self._problem.accepted(), self._judge.judge_accepted)

    def check_starter(self) -> Check:
        """The starter: complete, and not accepted."""
        return self._files("starter", (self._problem.starter,), self._judge.judge_starter)

    def check_wrong(self) -> Check:
        """Every wrong solution: exactly its prefix."""
        wrong = self._problem.wrong()
        if not wrong:
            path = show(self._problem.folder / "wrong")
            return Check("wrong", "none", (f"{path}: holds no wrong solution; add one for each mistake",))
        return self._files("wrong", wrong, self._judge.judge_wrong)

    def _files(self, name: str, paths: tuple[Path, ...], judge: Callable[[Path, int], Judged]) -> Check:
        faults = []
        for at, path in enumerate(paths):
            self._say(f"{name} {path.name}", at, len(paths))
            judged = judge(path, self._demands.seed)
            if judged.fault:
                faults.append(judged.fault)
        return Check(name, f"{len(paths) - len(faults)}/{len(paths)}", tuple(faults))

    def check_stability(self) -> Check:
        """The same verdicts with every seed."""
        jobs = [(path, self._judge.judge_accepted) for path in self._problem.accepted()]
        jobs.append((self._problem.starter, self._judge.judge_starter))
        jobs += [(path, self._judge.judge_wrong) for path in self._problem.wrong()]
        first, seeds = self._demands.seed, self._demands.seeds
        turns = [(seed, path, judge) for seed in range(first + 1, first + seeds) for path, judge in jobs]
        faults = []
        for at, (seed, path, judge) in enumerate(turns):
            self._say(f"seed {seed} {path.name}", at, len(turns))
            judged = judge(path, seed)
            if judged.fault:
                faults.append(f"{judged.fault} (with seed {seed})")
        return Check("stability", f"{seeds} seeds of {len(jobs)} files", tuple(faults))

    def check_mutation(self) -> Check:
        """The tests notice every change to an accepted solution that is not listed as equivalent."""
        demands = self._demands
        run = MutationRun(self._engine, self._problem, self._proofs, demands.seed, demands.complexity)
        check, self.score = run.check(lambda done, total: self._say("mutants", done, total))
        return check
