"""Judges one submission: the one module that sees every room.

    spec -> generate -> sandbox -> compare -> (shrink) -> measure -> verdict

Nothing a submission does raises here: it earns a verdict. What the judge itself does wrong is caught here,
in one place, and called IE.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from judge import __version__
from judge.errors import JudgeError, NothingToJudge, ProblemError, UsageError
from judge.generate.corpus import Batch, Corpus, keep_corpus, keep_killers, load_corpus, load_killers
from judge.judgement import (
    AppliedLimits,
    Counterexample,
    Judgement,
    OperationCost,
    PropertyResult,
    Resources,
    SandboxUsed,
)
from judge.replay import Bench, Refusal, Replayed, Suspect, load_submission, replay
from judge.sandbox import Launch, Limits, Output, Sandbox, Session, SessionEnded, Usage
from judge.spec.problem import Problem
from judge.verdict import Verdict, settle

if TYPE_CHECKING:
    from judge.belief import Believed
    from judge.compare.outcome import Outcome
    from judge.generate.examples import Example
    from judge.generate.oracle import Oracle
    from judge.trial import ExampleRun

SHRINK_BUDGET_S = 5.0
"""Wall seconds for shrinking; then the best case so far is shown."""

HARD_CPU_FACTOR = 6.0
"""Until the reference's figure is known a wait may last this many floors: a batch that the reference itself
cannot do in the floor."""

SOURCE_CAP_BYTES = 4 * 1024 * 1024
"""A longer file is not a solution."""

BELIEF_TRIES = 4
"""Suspects that are repeated before failures that never happen again are called unrepeatable."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to judge."""

    seed: int = 0
    complexity: bool = True
    complexity_budget_s: float | None = None
    """Wall seconds for measuring one submission; None: the problem's own."""
    explore_s: float = 0.0
    """Wall seconds of fresh seeds after the corpus has passed."""
    killers: bool = True
    """Put the smallest cases that kill the folder's wrong solutions first."""
    shrink_budget_s: float = SHRINK_BUDGET_S
    reference: bool = True
    """Run the reference beside the submission for its figures; off only where the caller has them."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a judging is: `load`, `corpus`, `tests`, `confirm`, `shrink`, `explore`, `measure`."""

    phase: str
    done: int
    total: int
    detail: str = ""


Listener = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Submission:
    """One contestant's file."""

    path: str
    source: bytes

    @staticmethod
    def read(path: Path) -> Submission:
        """Read a submission. Raises NothingToJudge when there is no file, UsageError when it cannot be read."""
        if path.is_dir():
            raise UsageError(f"{path}: is a folder; name the .py file in it")
        try:
            if path.exists() and not path.is_file():
                raise UsageError(f"{path}: is not a regular file")
            with path.open("rb") as stream:
                source = stream.read(SOURCE_CAP_BYTES + 1)
        except FileNotFoundError:
            raise NothingToJudge(f"{path}: there is no such file") from None
        except OSError as error:
            raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
        return Submission(str(path), source)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.source).hexdigest()


class Cancelled(Exception):
    """Raised out of a listener to stop a judging; everything it started is ended."""


class Engine:
    """A warm judge: one started sandbox, any number of judgings, from any thread. A context manager."""

    def __init__(self, sandbox: str = "auto", *, started: Sandbox | None = None) -> None:
        """Start the sandbox named `auto`, `local`, `docker` or `none`. Raises UsageError, SandboxError."""
        from judge.sandbox import prestart

        ready = started if started is not None else prestart.take(sandbox)
        if ready is None:
            from judge.sandbox.choose import choose

            ready = choose(sandbox).start()
        self._sandbox: Sandbox = ready
        self._lock = threading.Lock()
        self._tests: dict[tuple[str, str], Oracle] = {}

    def close(self) -> None:
        """End the sandbox and everything in it."""
        self._sandbox.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def sandbox(self) -> Sandbox:
        return self._sandbox

    def judge(
        self,
        problem: Problem,
        submission: Submission,
        options: Options = Options(),
        progress: Listener | None = None,
    ) -> Judgement:
        """Judge one submission. Raises ProblemError for an invalid problem and what `progress` raises."""
        judging = Judging(self, problem, submission, options, progress or (lambda _: None))
        try:
            return judging.run()
        except (ProblemError, UsageError, Cancelled):
            raise
        except JudgeError as error:
            return judging.fail(str(error))
        except Exception as error:  # the one broad catch: our fault, never the contestant's
            return judging.fail(f"{type(error).__name__}: {error}", error)

    def run_examples(
        self, problem: Problem, submission: Submission, examples: Sequence[Example]
    ) -> tuple[Refusal | None, list[ExampleRun]]:
        """Run public examples one by one, with what each prints. Raises SandboxError."""
        from judge.trial import run_example

        oracle = self.oracle(problem)
        launch = launch_of(problem, problem.limits.time_floor_s * HARD_CPU_FACTOR)
        with Bench(self._sandbox, launch, _spec(oracle), submission.source) as bench:
            refusal = _try_loading(self._sandbox, launch, _spec(oracle), submission.source)
            if refusal is not None:
                return refusal, []
            return None, [run_example(oracle, bench, example) for example in examples]

    def oracle(self, problem: Problem) -> Oracle:
        """Return the problem's tests and model, imported once for each version."""
        from judge.generate.load import load_tests
        from judge.generate.oracle import Oracle

        key = (problem.slug, problem.version)
        with self._lock:
            if key not in self._tests:
                self._tests[key] = Oracle(problem, load_tests(problem))
            return self._tests[key]

    def corpus(self, problem: Problem, seed: int, listen: Listener = lambda _: None) -> tuple[Corpus, str]:
        """Return the corpus of a problem and seed, drawn where it is not kept, and a warning or ""."""
        corpus = load_corpus(problem, seed)
        if corpus is not None:
            return corpus, ""
        from judge.generate.corpus import build_corpus

        listen(Progress("corpus", 0, 1, "drawing the hidden tests; they are kept for the next time"))
        corpus = build_corpus(self.oracle(problem), seed)
        return corpus, keep_corpus(problem, seed, corpus)

    def killers(self, problem: Problem, seed: int, corpus: Corpus) -> tuple[Batch, ...]:
        """Return the smallest cases that kill the folder's wrong solutions, found once for each version."""
        kept = load_killers(problem, seed)
        if kept is not None:
            return kept
        from judge.belief import find_killers

        found = find_killers(self.oracle(problem), self._sandbox, launch_of(problem, 4.0), corpus, seed)
        keep_killers(problem, seed, found)
        return found


def _spec(oracle: Oracle) -> dict[str, Any]:
    from judge.generate.oracle import worker_spec

    return worker_spec(oracle.problem, oracle.tests)


def _try_loading(sandbox: Sandbox, launch: Launch, spec: dict[str, Any], source: bytes) -> Refusal | None:
    session = sandbox.open(launch)
    try:
        return load_submission(session, spec, source)
    finally:
        session.close()


def launch_of(problem: Problem, cpu_s: float) -> Launch:
    """Return the box that a problem asks for, with the CPU time that a judging may use in all."""
    bounds = problem.limits
    limits = Limits(
        cpu_s=cpu_s,
        wall_s=max(bounds.wall_s, 3 * cpu_s),
        memory_bytes=bounds.memory_bytes,
        output_bytes=bounds.output_bytes,
        processes=bounds.processes,
    )
    return Launch(limits, problem.requires)


class _ReferenceRun:
    """The reference on the same cases, at the same time, in a box of its own: for its figures."""

    def __init__(self, engine: Engine, problem: Problem, corpus: Corpus, batches: Sequence[Batch]) -> None:
        self.cpu_s: float | None = None
        self._engine = engine
        self._problem = problem
        self._corpus = corpus
        self._batches = batches
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            with _opened(self._engine.sandbox, launch_of(self._problem, 600.0)) as session:
                source = self._problem.reference.read_bytes()
                if load_submission(session, self._corpus.worker_spec, source) is not None:
                    return
                before_s = session.cpu_time_s()
                done = replay(session, self._batches, len(self._corpus.properties))
                if done.ending is None:
                    self.cpu_s = session.cpu_time_s() - before_s
        except (JudgeError, OSError):
            return  # its figure stays unknown; the floor is the limit

    def wait(self) -> float | None:
        """Return the reference's CPU seconds, waiting for them; None when it did not get through."""
        self._thread.join()
        return self.cpu_s


@contextmanager
def _opened(sandbox: Sandbox, launch: Launch) -> Iterator[Session]:
    session = sandbox.open(launch)
    try:
        yield session
    finally:
        session.close()


@dataclass(frozen=True, slots=True)
class _Finding:
    """What the tests came to."""

    verdict: Verdict
    message: str
    counterexample: Counterexample | None = None
    failed: int = 0
    owner: int = -1
    """The property that failed, or -1."""


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
        self._reference_cpu_s = 0.0
        self._output = Output("", "", False)
        self._cpu_limit_s = problem.limits.time_floor_s
        self._noise = ""

    # -- the whole ----------------------------------------------------------------------------------

    def run(self) -> Judgement:
        """Judge. Raises ProblemError, SandboxError and what the listener raises."""
        problem, submission = self._problem, self._submission
        if len(submission.source) > SOURCE_CAP_BYTES:
            words = f"the file is larger than {SOURCE_CAP_BYTES // 1024 // 1024} MiB"
            return self._assemble(_Finding(Verdict.CE, words))
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
            finding = self._explore(finding)
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
                message = f"{message} (at {place}; please report this with judge {__version__})"
        return self._assemble(_Finding(Verdict.IE, message.replace("\n", " ")))

    def _check_packages(self) -> None:
        for name in self._problem.requires:
            from importlib.util import find_spec

            if find_spec(name) is None:
                raise ProblemError(
                    f"{self._problem.slug}: requires the package {name}, which is not installed; pip install {name}"
                )

    # -- tests --------------------------------------------------------------------------------------

    def _run_tests(self, corpus: Corpus, batches: tuple[Batch, ...]) -> tuple[_Finding, Replayed | None]:
        hard_s = self._problem.limits.time_floor_s * HARD_CPU_FACTOR
        launch = launch_of(self._problem, 100 * hard_s)
        with _opened(self._engine.sandbox, launch) as session:
            # The reference's box is opened after ours is under way: both run, on two cores, at once.
            refusal = load_submission(session, corpus.worker_spec, self._submission.source)
            if refusal is not None:
                self._take_usage(session)
                return _refused(refusal), None
            reference = (
                _ReferenceRun(self._engine, self._problem, corpus, batches)
                if self._options.reference
                else None
            )
            try:
                loaded_s = session.cpu_time_s()
                replayed = replay(
                    session,
                    batches,
                    len(corpus.properties),
                    cpu_s=lambda used_s: self._allowed(reference, used_s, loaded_s, hard_s),
                    on_batch=lambda done: self._listen(Progress("tests", done, len(batches))),
                )
                self._take_usage(session)
            finally:
                figure_s = reference.wait() if reference is not None else None
        if figure_s is not None:
            self._reference_cpu_s = figure_s
            self._cpu_limit_s = max(self._cpu_limit_s, self._problem.limits.time_factor * figure_s)
        return self._find(replayed), replayed

    def _allowed(
        self, reference: _ReferenceRun | None, used_s: float, loaded_s: float, hard_s: float
    ) -> float:
        """Return the CPU seconds that the session may have used by the end of the coming wait."""
        limits = self._problem.limits
        figure_s = reference.cpu_s if reference is not None else 0.0
        if figure_s is None and reference is not None:
            if used_s - loaded_s < limits.time_floor_s / 2:
                return loaded_s + hard_s
            figure_s = reference.wait()
        return loaded_s + max(limits.time_floor_s, limits.time_factor * (figure_s or 0.0))

    def _take_usage(self, session: Session) -> None:
        usage = session.usage()
        self._usage = Usage(
            self._usage.cpu_s + usage.cpu_s,
            self._usage.wall_s + usage.wall_s,
            max(self._usage.peak_memory_bytes, usage.peak_memory_bytes),
        )
        self._output = session.output()

    def _find(self, replayed: Replayed) -> _Finding:
        """Settle on one verdict for everything that was seen, and make its smallest case."""
        if replayed.ending is not None and replayed.ending.verdict is Verdict.IE:
            return _Finding(Verdict.IE, replayed.ending.message)
        failing: list[tuple[Suspect, Outcome]] = []
        if replayed.suspects:
            from judge.belief import examine

            oracle = self._engine.oracle(self._problem)
            examined = ((suspect, examine(oracle, suspect)) for suspect in replayed.suspects)
            failing = [(suspect, outcome) for suspect, outcome in examined if outcome is not None]
        seen = {outcome.verdict for _, outcome in failing}
        if replayed.ending is not None:
            seen.add(replayed.ending.verdict)
        verdict = settle(seen)
        if verdict is Verdict.AC:
            return _Finding(Verdict.AC, "")
        if replayed.ending is not None and verdict is replayed.ending.verdict:
            return self._explain_ending(replayed, len(failing))
        return self._believe(verdict, failing)

    def _believe(self, verdict: Verdict, failing: list[tuple[Suspect, Outcome]]) -> _Finding:
        """Repeat the smallest failing cases in a fresh worker until one fails again; shrink that one."""
        from judge.belief import Believer

        oracle = self._engine.oracle(self._problem)
        chosen = [pair for pair in failing if pair[1].verdict is verdict]
        chosen.sort(key=lambda pair: (pair[1].at, len(pair[0].line)))
        self._listen(Progress("confirm", 0, 1))
        with self._bench(oracle) as bench:
            believer = Believer(oracle, bench, self._options.shrink_budget_s)
            for suspect, _ in chosen[:BELIEF_TRIES]:
                self._listen(Progress("shrink", 0, 1))
                believed = believer.believe(suspect, verdict)
                if believed is not None:
                    return self._explain(oracle, believed, suspect.owner, len(failing))
        return self._unrepeated(oracle, chosen, len(failing))

    def _unrepeated(self, oracle: Oracle, chosen: list[tuple[Suspect, Outcome]], failed: int) -> _Finding:
        """Nothing failed again: shown as it was seen, and said so."""
        from judge.compare.code import write_code

        suspect, outcome = chosen[0]
        calls = oracle.from_wire(suspect.batch.cases()[suspect.at])
        declared = oracle.tests.properties[suspect.owner]
        self._notes.append(
            "the failing case did not fail again alone: the submission keeps state between instances, or its "
            "answers depend on chance or on time"
        )
        example = Counterexample(
            property=declared.name,
            code=write_code(oracle.entry, calls, outcome, oracle.tests.adapter),
            expected=outcome.expected,
            actual=outcome.actual,
            shrunk=False,
            words=declared.words,
        )
        return _Finding(outcome.verdict, outcome.reason, example, failed, suspect.owner)

    def _explain(self, oracle: Oracle, believed: Believed, owner: int, failed: int) -> _Finding:
        """Write the believed failure down for the contestant."""
        from judge.belief import state_before
        from judge.compare.code import write_code

        outcome = believed.outcome
        declared = oracle.tests.properties[owner]
        words = declared.words
        if believed.shared_state:
            words = "state is shared between instances: " + words
        call = believed.calls[min(outcome.at, len(believed.calls) - 1)]
        message = outcome.reason
        if outcome.verdict is Verdict.WA:
            message = f"{call.method}: expected {outcome.expected}, got {outcome.actual}"
            if outcome.expected.startswith("arguments left as"):
                message = f"{call.method}: an argument was changed"
            elif outcome.reason not in ("", "wrong value"):
                message += f" ({outcome.reason})"
        if believed.shared_state:
            message += "; fails only after another instance was used: state is shared between instances"
        example = Counterexample(
            property=declared.name,
            code=write_code(oracle.entry, believed.calls, outcome, oracle.tests.adapter),
            expected=outcome.expected,
            actual=outcome.actual,
            shrunk=believed.shrunk,
            words=words,
            state=state_before(oracle, believed.calls, outcome.at),
            printed=believed.printed,
            line=outcome.failure.line if outcome.failure is not None else 0,
        )
        return _Finding(outcome.verdict, message.replace("\n", " ")[:1000], example, failed, owner)

    def _explain_ending(self, replayed: Replayed, failed: int) -> _Finding:
        """The worker met a limit or crashed: look for the case that does it."""
        from judge.belief import Believer

        ending, batch = replayed.ending, replayed.unanswered
        assert ending is not None and batch is not None
        oracle = self._engine.oracle(self._problem)
        self._listen(Progress("confirm", 0, 1))
        with self._bench(oracle) as bench:
            believer = Believer(oracle, bench, self._options.shrink_budget_s)
            believed = believer.believe_ending(batch.cases(), batch.owners, ending.verdict)
        if believed is None:
            return _Finding(ending.verdict, ending.message, None, failed + 1)
        owner = self._owner_of(oracle, batch, believed)
        finding = self._explain(oracle, believed, owner, failed + 1)
        return replace(finding, message=finding.message or ending.message)

    def _owner_of(self, oracle: Oracle, batch: Batch, believed: Believed) -> int:
        methods = {call.method for call in believed.calls}
        for case, owner in zip(batch.cases(), batch.owners, strict=True):
            if methods <= {call.method for call in oracle.from_wire(case)}:
                return owner
        return batch.owners[0]

    def _bench(self, oracle: Oracle) -> Bench:
        launch = launch_of(self._problem, 600.0)
        return Bench(self._engine.sandbox, launch, _spec(oracle), self._submission.source)

    def _explore(self, finding: _Finding) -> _Finding:
        """Draw corpora of fresh seeds and replay them until the time is over or something fails."""
        from judge.generate.corpus import build_corpus

        oracle = self._engine.oracle(self._problem)
        until = time.monotonic() + self._options.explore_s
        seed = self._options.seed
        explored = 0
        while time.monotonic() < until:
            seed += 1
            self._listen(Progress("explore", explored, 0, f"{explored} fresh cases"))
            corpus = build_corpus(oracle, seed, 200)
            fresh, _ = self._run_tests(corpus, corpus.batches)
            explored += corpus.cases
            if fresh.verdict is not Verdict.AC:
                self._notes.append(f"found by exploring, with seed {seed}")
                return fresh
        self._notes.append(f"explored {explored} fresh cases")
        return finding

    # -- measuring ----------------------------------------------------------------------------------

    def _measure(
        self, finding: _Finding
    ) -> tuple[_Finding, tuple[OperationCost, ...], tuple[OperationCost, ...]]:
        problem = self._problem
        if not self._options.complexity:
            unmeasured = tuple(
                OperationCost(b.operation, b.text, "", "not-measured", 0.0, amortized=b.amortized)
                for b in problem.bounds
            )
            return finding, unmeasured, ()
        from judge.measure import Budget, measure_submission

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
        )
        self._noise = found.noise_words
        self._usage = replace(
            self._usage, cpu_s=self._usage.cpu_s + found.cpu_s, wall_s=self._usage.wall_s + found.wall_s
        )
        if found.verdict is not Verdict.AC:
            finding = _Finding(found.verdict, found.message)
        return finding, found.operations, found.space

    # -- the judgement ------------------------------------------------------------------------------

    def _assemble(
        self,
        finding: _Finding,
        corpus: Corpus | None = None,
        replayed: Replayed | None = None,
        complexity: tuple[OperationCost, ...] = (),
        space: tuple[OperationCost, ...] = (),
    ) -> Judgement:
        problem, limits, box = self._problem, self._problem.limits, self._engine.sandbox
        properties = _property_results(finding, corpus, replayed)
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
            message=finding.message or _default_message(finding.verdict, answered),
            properties=properties,
            passed=max(0, answered - finding.failed),
            failed=finding.failed,
            counterexample=finding.counterexample,
            complexity=complexity,
            space=space,
            limits=AppliedLimits(
                cpu_s=self._cpu_limit_s,
                wall_s=limits.wall_s,
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
            notes=tuple(self._notes),
        )


def _refused(refusal: Refusal) -> _Finding:
    detail = "\n" + refusal.detail if refusal.detail else ""
    return _Finding(refusal.verdict, refusal.message + detail)


def _default_message(verdict: Verdict, answered: int) -> str:
    return f"all {answered} cases passed" if verdict is Verdict.AC else verdict.words


def _property_results(
    finding: _Finding, corpus: Corpus | None, replayed: Replayed | None
) -> tuple[PropertyResult, ...]:
    if corpus is None or replayed is None:
        return ()
    results = []
    for at, (name, words) in enumerate(corpus.properties):
        failed = at == finding.owner
        outcome = finding.verdict if failed else Verdict.AC
        if replayed.answered[at] or failed:
            results.append(PropertyResult(name, words, outcome, max(1, replayed.answered[at])))
    return tuple(results)


__all__ = [
    "Cancelled", "Engine", "Judging", "Options", "Progress", "SessionEnded", "Submission", "launch_of",
]  # fmt: skip
