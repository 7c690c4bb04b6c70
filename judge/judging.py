"""One judging: a submission against the hidden tests, then measured, then a judgement.

Every room meets here and in `judge.pipeline`, which holds what judgings share.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from judge.errors import ProblemError
from judge.findings import Finding, explain, explain_unrepeated, property_results, refused
from judge.generate.corpus import Batch, Corpus
from judge.judgement import AppliedLimits, Judgement, OperationCost, Resources, SandboxUsed
from judge.reference_run import ReferenceRun
from judge.replay import (
    Allowance,
    Bench,
    Replayed,
    Suspect,
    launch_of,
    load_submission,
    opened,
    replay,
)
from judge.request import SOURCE_CAP_BYTES, Listener, Options, Progress, Submission
from judge.sandbox import Output, Session, Usage
from judge.spec.problem import Problem
from judge.verdict import Verdict, settle
from judge.version import __version__

if TYPE_CHECKING:
    from judge.belief import Believer
    from judge.compare.outcome import Outcome
    from judge.generate.oracle import Oracle
    from judge.measure.measurement import LargeFailure
    from judge.pipeline import Engine

WALL_FACTOR = 3.0
"""The wall limit is at least this many times the CPU limit: a busy machine is not the contestant's fault."""

ENDING_BUDGET = 0.6
"""Part of the shrinking budget for a case that meets a limit: each try costs until it is stopped."""

BELIEF_MARGIN_S = 2.5
"""Wall seconds kept for the last tries, so that a hang does not outlast its wall limit by much."""

WAITING_BUDGET_S = 2.0
"""Wall seconds for the case that waits, once others and it waited for all of the wall limit."""

TURN_WAIT_S = 600.0
"""How long a submission of a batch waits for its turn to be measured."""

EXAMINE_S = 10.0
"""Seconds for looking at what differs, once something was wrong: answers may be made slow to compare."""

BELIEF_TRIES = 4
"""Suspects that are repeated before failures that never happen again are called unrepeatable."""


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
        if replayed.ending is not None and replayed.ending.verdict is Verdict.IE:
            return Finding(Verdict.IE, replayed.ending.message)
        failing: list[tuple[Suspect, Outcome]] = []
        if replayed.suspects:
            from judge.belief import examine

            oracle = self._engine.oracle(self._problem)
            until = time.monotonic() + EXAMINE_S
            for suspect in replayed.suspects:
                outcome = examine(oracle, suspect)
                if outcome is not None:
                    failing.append((suspect, outcome))
                if failing and time.monotonic() > until:
                    break
        for suspect, outcome in failing:
            verdicts = {outcome.verdict, self._broken.get(suspect.owner, outcome.verdict)}
            self._broken[suspect.owner] = settle(verdicts)
        seen = {outcome.verdict for _, outcome in failing}
        if replayed.ending is not None:
            seen.add(replayed.ending.verdict)
        verdict = settle(seen)
        if verdict is Verdict.AC:
            return Finding(Verdict.AC, "")
        if replayed.ending is not None and verdict is replayed.ending.verdict:
            explained = self._explain_ending(replayed, len(failing))
            if explained is not None:
                return explained
            # No case does it alone: the limit was met by what earlier cases left behind, or by all of them
            # together. The answers that are wrong say more.
            verdict = settle(outcome.verdict for _, outcome in failing)
        return self._believe(verdict, failing)

    def _believe(self, verdict: Verdict, failing: list[tuple[Suspect, Outcome]]) -> Finding:
        """Repeat the smallest failing cases in a fresh worker until one fails again; shrink that one."""
        from judge.belief import smallest_first

        oracle = self._engine.oracle(self._problem)
        chosen = smallest_first(failing, verdict)
        self._listen(Progress("confirm", 0, 1))
        with self._bench(oracle) as bench:
            believer = self._believer(oracle, bench, self._options.shrink_budget_s)
            for suspect, _ in chosen[:BELIEF_TRIES]:
                self._listen(Progress("shrink", 0, 1))
                believed = believer.believe(suspect, verdict)
                if believed is not None:
                    return explain(oracle, believed, suspect.owner, len(failing))
        suspect, outcome = chosen[0]
        return explain_unrepeated(oracle, suspect, outcome, len(failing))

    def _explain_ending(self, replayed: Replayed, failed: int) -> Finding | None:
        """The worker met a limit or crashed: look for the case that does it, while its wall time lasts.

        None: no case does it alone, and some answered wrongly.
        """
        ending, batch = replayed.ending, replayed.unanswered
        assert ending is not None
        if batch is None:
            return Finding(ending.verdict, ending.message, None, failed)
        left_s = self._wall_limit() - self._usage.wall_s - BELIEF_MARGIN_S
        budget_s = min(ENDING_BUDGET * self._options.shrink_budget_s, left_s)
        waits = left_s <= 0
        if waits:
            budget_s = min(ENDING_BUDGET * self._options.shrink_budget_s, WAITING_BUDGET_S)
        unexplained = Finding(ending.verdict, ending.message, failed=failed + 1, unanswered=1)
        if budget_s <= 0:
            return unexplained
        oracle = self._engine.oracle(self._problem)
        self._listen(Progress("confirm", 0, 1))
        with self._bench(oracle) as bench:
            believer = self._believer(oracle, bench, budget_s, waits=waits)
            found = believer.believe_ending(batch, ending, self._usage.cpu_s)
        if found is None:
            # What waited was given a moment only: not to have found it says nothing
            return None if failed and not waits else unexplained
        believed, owner = found
        return explain(oracle, believed, owner, failed + 1)._replace(unanswered=1)

    def _bench(self, oracle: Oracle) -> Bench:
        from judge.generate.oracle import worker_spec

        spec = worker_spec(self._problem, oracle.tests)
        return Bench(self._engine.sandbox, self._problem, spec, self._submission.source)

    def _believer(self, oracle: Oracle, bench: Bench, budget_s: float, *, waits: bool = False) -> Believer:
        from judge.belief import Believer

        return Believer(oracle, bench, budget_s, self._cpu_limit(), waits=waits)

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
            finding = self._show_large(found.failure)
        elif found.verdict is not Verdict.AC:
            finding = Finding(found.verdict, found.message)
        return finding, found.operations, found.space

    def _show_large(self, failure: LargeFailure) -> Finding:
        """Say what failed only when it was large, with a case that shows it where one can be found."""
        from judge.large import find_large_case

        told = Finding(failure.verdict, failure.message)
        if failure.verdict not in (Verdict.WA, Verdict.RTE):
            return told
        oracle, budget_s = self._engine.oracle(self._problem), self._options.shrink_budget_s
        self._listen(Progress("shrink", 0, 1))
        with self._bench(oracle) as bench:
            found = find_large_case(oracle, self._believer(oracle, bench, budget_s), failure, budget_s)
        if found is None:
            return told
        # The hidden cases all passed: this one is none of them
        return explain(oracle, *found, 1)._replace(message=failure.message, unanswered=1)

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
