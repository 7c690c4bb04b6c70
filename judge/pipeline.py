"""Judges one submission: the one module that sees every room.

    spec -> generate -> sandbox -> compare -> (shrink) -> measure -> verdict

Nothing a submission does raises here: it earns a verdict. What the judge itself does wrong is caught here,
in one place, and called IE.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from judge import cache
from judge.errors import JudgeError, ProblemError, SandboxError, UsageError
from judge.generate.corpus import Batch, Corpus, keep_corpus, keep_killers, load_corpus, load_killers
from judge.judgement import Judgement
from judge.judging import Judging
from judge.replay import Bench, Refusal
from judge.request import Cancelled, Listener, Options, Progress, Submission
from judge.sandbox import Sandbox
from judge.spec.problem import Problem

if TYPE_CHECKING:
    from judge.generate.examples import Example
    from judge.generate.oracle import Oracle
    from judge.trial import ExampleRun

DEFAULTS = Options()

KEPT_CORPORA = 32
"""Corpora that a warm engine holds, of about a megabyte each; reading one costs more than replaying it."""


class Engine:
    """A warm judge: one started sandbox, any number of judgings, from any thread. A context manager."""

    def __init__(
        self, sandbox: str = "auto", *, started: Sandbox | None = None, replaceable: bool = False
    ) -> None:
        """Start the sandbox named `auto`, `local`, `docker` or `none`. Raises UsageError, SandboxError.

        `replaceable`: another process can take over from this one, so `judge` raises SandboxError where it
        would answer IE.
        """
        from judge.sandbox import prestart

        ready = started if started is not None else prestart.take(sandbox)
        if ready is None:
            from judge.sandbox.choose import choose

            ready = choose(sandbox).start()
        self._sandbox: Sandbox = ready
        self._replaceable = replaceable
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._tests: dict[tuple[str, str], Oracle] = {}
        self._corpora: dict[tuple[str, str, int], Corpus] = {}
        self._killers: dict[tuple[str, str, int], tuple[Batch, ...]] = {}

    def close(self) -> None:
        """End the sandbox and everything in it; in a forked process do nothing, it is the parent's."""
        if os.getpid() == self._pid:
            self._sandbox.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def sandbox(self) -> Sandbox:
        """The started sandbox. Raises UsageError in a forked process."""
        self._require_own_process()
        return self._sandbox

    def _require_own_process(self) -> None:
        # Parent and child would take each other's answers from the one socket that they share
        if os.getpid() != self._pid:
            raise UsageError(
                "this judge was started by another process; make the Judge in the process that uses it"
            )

    def judge(
        self,
        problem: Problem,
        submission: Submission,
        options: Options = DEFAULTS,
        progress: Listener | None = None,
    ) -> Judgement:
        """Judge one submission.

        Raises ProblemError for an invalid problem, UsageError in a forked process, what `progress` raises;
        SandboxError only from an engine that is replaceable.
        """
        self._require_own_process()
        judging = Judging(self, problem, submission, options, progress or (lambda _: None))
        try:
            return judging.run()
        except (ProblemError, UsageError, Cancelled):
            raise
        except SandboxError as error:
            if self._replaceable:
                raise
            return judging.fail(str(error))
        except JudgeError as error:
            return judging.fail(str(error))
        except Exception as error:  # the one broad catch: our fault, never the contestant's
            from judge.generate.load import authors_mistake

            mistake = authors_mistake(problem, error)
            if mistake is not None:
                raise mistake from error
            return judging.fail(f"{type(error).__name__}: {error}", error)

    def run_examples(
        self, problem: Problem, submission: Submission, examples: Sequence[Example]
    ) -> tuple[Refusal | None, list[ExampleRun]]:
        """Run public examples one by one, with what each prints. Raises as `judge`, and SandboxError."""
        from judge.authoring.checkers import CheckerError
        from judge.generate.load import authors_mistake
        from judge.generate.oracle import worker_spec
        from judge.trial import run_example

        oracle = self.oracle(problem)
        spec = worker_spec(problem, oracle.tests)
        with Bench(self.sandbox, problem, spec, submission.source) as bench:
            refusal = bench.load()
            if refusal is not None:
                return refusal, []
            try:
                return None, [run_example(oracle, bench, example) for example in examples]
            except CheckerError as error:
                raise authors_mistake(problem, error) or error from error

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
        key = (problem.slug, problem.version, seed)
        held = self._corpora.get(key)
        if held is not None:
            return held, ""
        corpus, warning = load_corpus(problem, seed), ""
        if corpus is None:
            from judge.generate.corpus import build_corpus

            listen(Progress("corpus", 0, 1, "drawing the hidden tests; they are kept for the next time"))
            corpus = build_corpus(self.oracle(problem), seed)
            warning = keep_corpus(problem, seed, corpus)
            cache.prune()  # drawing took seconds: nobody notices the milliseconds
        self._hold(key, corpus)
        return corpus, warning

    def _hold(self, key: tuple[str, str, int], corpus: Corpus) -> None:
        with self._lock:
            while len(self._corpora) >= KEPT_CORPORA:
                oldest = next(iter(self._corpora))
                del self._corpora[oldest]
                self._killers.pop(oldest, None)
            self._corpora[key] = corpus

    def killers(self, problem: Problem, seed: int, corpus: Corpus) -> tuple[Batch, ...]:
        """Return the smallest cases that kill the folder's wrong solutions, found once for each version."""
        key = (problem.slug, problem.version, seed)
        held = self._killers.get(key)
        if held is not None:
            return held
        found = load_killers(problem, seed)
        if found is None:
            from judge.killers import find_killers

            found = find_killers(self.oracle(problem), self.sandbox, corpus, seed)
            keep_killers(problem, seed, found)
        self._killers[key] = found
        return found


__all__ = ["Cancelled", "Engine", "Options", "Progress", "Submission"]
