"""One judging: a submission against the hidden tests, then measured, then a judgement.

Every room meets here and in `judge.pipeline`, which holds what judgings share.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from judge.errors import ProblemError
from judge.findings import Finding, property_results, refused
from judge.generate.corpus import Batch, Corpus
from judge.judgement import AppliedLimits, Judgement, OperationCost, Resources, SandboxUsed
from judge.reference_run import ReferenceRun
from judge.replay import (
    Allowance,
    Replayed,
    launch_of,
    load_submission,
    opened,
    replay,
)
from judge.request import SOURCE_CAP_BYTES, Listener, Options, Progress, Submission
from judge.sandbox import Output, Session, Usage
from judge.spec.problem import Problem
from judge.verdict import Verdict
from judge.version import __version__

if TYPE_CHECKING:
    from judge.explaining import Explainer
    from judge.pipeline import Engine

WALL_FACTOR = 3.0
"""The wall limit is at least this many times the CPU limit: a busy machine is not the contestant's fault."""

TURN_WAIT_S = 600.0
"""How long a submission of a batch waits for its turn to be measured."""


class Judging:
    """One judging, from the source to the judgement."""

    def __init__(
        self, engine: Engine, problem: Problem, submission: Submission, options: Options, listen: Listener
    ) -> None:
        self._engine = engine
        self._problem = problem
        self._submission = submission
        self._options = options
        self._listen = listen
        self._notes: list[str] = []
        self._usage = Usage(0.0, 0.0, 0)
        self._reference_cpu_s = options.reference_cpu_s or 0.0
        self._output = Output("", "", False)
        self._noise = ""
        self._explored = 0
        self._broken: dict[int, Verdict] = {}
        """By index, the properties of which cases failed, and how."""

    # -- the whole ----------------------------------------------------------------------------------

    def run(self) -> Judgement:
        """Judge. Raises ProblemError, SandboxError and what the listener raises."""
        problem, submission = self._problem, self._submission
        if len(submission.source) > SOURCE_CAP_BYTES:
            words = f"the file is larger than {SOURCE_CAP_BYTES // 1024 // 1024} MiB"
            return self._assemble(Finding(Verdict.CE, words))
        self._check_packages()
        self._listen(Progress("load", 0, 1))
        corpus, warning = self._engine.corpus(problem, self._options.seed, self._listen)
        if warning:
            self._notes.append(warning)
        batches = corpus.batches
        if self._options.killers:
            batches = (*self._engine.killers(problem, self._options.seed, corpus), *batches)
        finding, replayed = self._run_tests(corpus, batches)
        if finding.verdict is Verdict.AC and self._options.explore_s > 0:
            finding, corpus, replayed = self._explore(finding, corpus, replayed)
        complexity: tuple[OperationCost, ...] = ()
        space: tuple[OperationCost, ...] = ()
        if finding.verdict is Verdict.AC:
            finding, complexity, space = self._measure(finding)
        return self._assemble(finding, corpus, replayed, complexity, space)

    def fail(self, message: str, error: Exception | None = None) -> Judgement:
        """Return the judgement for a fault of the judge's own."""
        if error is not None:
            trace = error.__traceback__
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            if trace is not None:
                place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
                message = f"{message} (at {place})"
        return self._assemble(Finding(Verdict.IE, message))

    def _check_packages(self) -> None:
        for name in self._problem.requires:
            from importlib.util import find_spec

            if find_spec(name) is None:
                raise ProblemError(
                    f"{self._problem.slug}: requires the package {name}, which is not installed; "
                    f"pip install {name}"
                )

    # -- tests --------------------------------------------------------------------------------------

    def _run_tests(self, corpus: Corpus, batches: tuple[Batch, ...]) -> tuple[Finding, Replayed | None]:
        spec, source = corpus.worker_spec, self._submission.source
        with opened(self._engine.sandbox, launch_of(self._problem)) as session:
            refusal = load_submission(session, spec, source, self._problem.limits)
            if refusal is not None:
                self._take_usage(session)
                return refused(refusal), None
            reference = self._start_reference(corpus, batches)
            try:
                loaded_s = session.cpu_time_s()
                replayed = replay(
                    session,
                    batches,
                    len(corpus.properties),
                    allow=lambda finally_: self._allow(reference, loaded_s, finally_),
                    on_batch=lambda done: self._listen(Progress("tests", done, len(batches))),
                )
                self._take_usage(session)
                if replayed.ending is None and session.ending is not None:  # it printed on at the end
                    replayed = replayed._replace(ending=session.ending)
            finally:
                if reference is not None:
                    self._reference_cpu_s = reference.wait()
        return self._find(replayed), replayed

    def _start_reference(self, corpus: Corpus, batches: tuple[Batch, ...]) -> ReferenceRun | None:
        """Run the reference beside the submission, unless its figure was handed in."""
        if not self._options.reference or self._options.reference_cpu_s is not None:
            return None
        return ReferenceRun(self._engine.sandbox, self._problem, corpus, batches)

    def _cpu_limit(self) -> float:
        limits = self._problem.limits
        return max(limits.time_floor_s, limits.time_factor * self._reference_cpu_s)

    def _wall_limit(self) -> float:
        return max(self._problem.limits.wall_s, WALL_FACTOR * self._cpu_limit())

    def _allow(self, reference: ReferenceRun | None, loaded_s: float, finally_: bool) -> Allowance:
        """Return what the session may have used in all; `finally_`: wait for the reference's figure."""
        if reference is not None and (finally_ or reference.cpu_s is not None):
            self._reference_cpu_s = reference.wait()
        return Allowance(loaded_s + self._cpu_limit(), self._wall_limit())

    def _take_usage(self, session: Session) -> None:
        self._usage = session.usage()
        self._output = session.output()

    def _find(self, replayed: Replayed) -> Finding:
        """Settle on one verdict for everything that was seen, and make its smallest case."""
        if replayed.ending is None and not replayed.suspects:
            return Finding(Verdict.AC, "")
        left_s = self._wall_limit() - self._usage.wall_s
        return self._explainer().explain_replay(replayed, left_s, self._usage.cpu_s)

    def _explainer(self) -> Explainer:
        """Return who looks at what went wrong; an accepted submission needs none."""
        from judge.explaining import Explainer

        return Explainer(
            self._engine, self._problem, self._submission.source, self._options.shrink_budget_s,
            self._cpu_limit(), self._broken, self._listen,
        )  # fmt: skip

    def _explore(
        self, finding: Finding, corpus: Corpus, replayed: Replayed | None
    ) -> tuple[Finding, Corpus, Replayed | None]:
        """Draw corpora of fresh seeds and replay them until the time is over or something fails.

        Return what failed with its own corpus, or what is given.
        """
        from judge.generate.corpus import build_corpus

        oracle = self._engine.oracle(self._problem)
        until = time.monotonic() + self._options.explore_s
        seed = self._options.seed
        tested = self._usage, self._reference_cpu_s, self._output
        while time.monotonic() < until:
            seed += 1
            self._listen(Progress("explore", self._explored, 0, f"{self._explored} fresh cases"))
            drawn = build_corpus(oracle, seed, 200)
            fresh, run = self._run_tests(drawn, drawn.batches)
            self._explored += drawn.cases
            if fresh.verdict is not Verdict.AC:
                self._notes.append(f"found by exploring, with seed {seed}")
                return fresh, drawn, run
            self._usage, self._reference_cpu_s, self._output = tested
        return finding, corpus, replayed

    # -- measuring ----------------------------------------------------------------------------------

    def _measure(
        self, finding: Finding
    ) -> tuple[Finding, tuple[OperationCost, ...], tuple[OperationCost, ...]]:
        problem = self._problem
        if not self._options.complexity:
            unmeasured = tuple(
                OperationCost(b.operation, b.text, "", "not-measured", 0.0, amortized=b.amortized)
                for b in problem.bounds
            )
            return finding, unmeasured, ()
        wait_s = self._options.quiet_wait_s
        if wait_s is None:
            return self._measure_now(finding)
        from judge import cache
        from judge.measure.noise import NOISY, noise_words, wait_for_quiet

        with cache.alone("measuring", TURN_WAIT_S) as mine:
            if mine:
                noise = wait_for_quiet(wait_s)
                if noise <= NOISY:
                    return self._measure_now(finding)
                self._noise = noise_words(noise)
                reason = f"the machine was too noisy for {wait_s:g} s; measure again when it is quiet"
            else:
                reason = f"others were measured for {TURN_WAIT_S:g} s; measure again with fewer jobs"
        inconclusive = tuple(
            OperationCost(b.operation, b.text, "", "inconclusive", 0.0, amortized=b.amortized, reason=reason)
            for b in problem.bounds
        )
        return finding, inconclusive, ()

    def _measure_now(
        self, finding: Finding
    ) -> tuple[Finding, tuple[OperationCost, ...], tuple[OperationCost, ...]]:
        from judge.measure import Budget, measure_submission

        problem = self._problem

        total_s = self._options.complexity_budget_s or problem.complexity_budget_s
        each_s = max(
            problem.operation_budget_s, total_s * problem.operation_budget_s / problem.complexity_budget_s
        )
        found = measure_submission(
            self._engine.sandbox,
            self._engine.oracle(problem),
            self._submission.source,
            Budget(each_s, total_s),
            progress=lambda done, total, operation: self._listen(Progress("measure", done, total, operation)),
            beside=self._options.quiet_wait_s is None,  # or others have the other cores
        )
        self._noise = found.noise_words
        if found.failure is not None:
            finding = self._explainer().explain_large(found.failure)
        elif found.verdict is not Verdict.AC:
            finding = Finding(found.verdict, found.message)
        return finding, found.operations, found.space

    # -- the judgement ------------------------------------------------------------------------------

    def _assemble(
        self,
        finding: Finding,
        corpus: Corpus | None = None,
        replayed: Replayed | None = None,
        complexity: tuple[OperationCost, ...] = (),
        space: tuple[OperationCost, ...] = (),
    ) -> Judgement:
        problem, limits, box = self._problem, self._problem.limits, self._engine.sandbox
        properties = property_results(finding, self._broken, corpus, replayed)
        answered = sum(replayed.answered) if replayed is not None else 0
        layers, isolated = box.layers(), box.isolated()
        if not isolated:
            self._notes.append("this run was NOT isolated: the submission could read and write your files")
        return Judgement(
            id=os.urandom(5).hex(),
            problem=problem.slug,
            problem_version=problem.version,
            path=self._submission.path,
            sha256=self._submission.sha256,
            verdict=finding.verdict,
            message=finding.message.replace("\n", " ") or _default_message(finding.verdict, answered),
            properties=properties,
            passed=max(0, answered - finding.failed + finding.unanswered),
            failed=finding.failed,
            counterexample=finding.counterexample,
            complexity=complexity,
            space=space,
            limits=AppliedLimits(
                cpu_s=self._cpu_limit(),
                wall_s=self._wall_limit(),
                memory_bytes=limits.memory_bytes,
                output_bytes=limits.output_bytes,
                processes=limits.processes,
            ),
            resources=Resources(
                cpu_s=round(self._usage.cpu_s, 6),
                wall_s=round(self._usage.wall_s, 6),
                peak_memory_bytes=self._usage.peak_memory_bytes,
                reference_cpu_s=round(self._reference_cpu_s, 6),
            ),
            stdout=self._output.stdout,
            stderr=self._output.stderr,
            truncated=self._output.truncated,
            sandbox=SandboxUsed(box.name, layers, isolated),
            seed=self._options.seed,
            judge_version=__version__,
            noise=self._noise,
            notes=tuple(note for note in (*self._notes, finding.note) if note),
            detail=finding.detail,
            explored=self._explored,
        )


def _default_message(verdict: Verdict, answered: int) -> str:
    return f"all {answered} cases passed" if verdict is Verdict.AC else verdict.words
