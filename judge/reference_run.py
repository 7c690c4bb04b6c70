"""The reference beside the submission: what its limit is a multiple of."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from judge.errors import JudgeError, ProblemError
from judge.generate.corpus import Batch, Corpus
from judge.replay import launch_of, load_submission, opened, replay
from judge.sandbox import Sandbox
from judge.spec.problem import Problem
from judge.verdict import Verdict

REFERENCE_STRIDE = 5
"""The reference runs one batch in so many."""


class ReferenceRun:
    """The reference on every fifth batch of the same cases, at the same time, in a box of its own.

    Its figure is scaled to all of them by their size: it only sets a limit that is many times as large, and a
    whole run would take half of a two-core machine from the submission.
    """

    def __init__(self, sandbox: Sandbox, problem: Problem, corpus: Corpus, batches: Sequence[Batch]) -> None:
        self.cpu_s: float | None = None
        """Its CPU seconds, once it is through."""
        self._fault = ""
        """Why it will never get through, where that is its own doing."""
        self._sandbox = sandbox
        self._problem = problem
        self._corpus = corpus
        self._batches = batches
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            source = self._problem.reference.read_bytes()
            with opened(self._sandbox, launch_of(self._problem)) as session:
                refusal = load_submission(session, self._corpus.worker_spec, source, self._problem.limits)
                if refusal is not None:
                    self._fault = refusal.message
                    return
                before_s = session.cpu_time_s()
                sample = self._batches[::REFERENCE_STRIDE]
                done = replay(session, sample, len(self._corpus.properties))
                if done.ending is None:
                    share = sum(len(b.message) for b in sample) / sum(len(b.message) for b in self._batches)
                    self.cpu_s = (session.cpu_time_s() - before_s) / share
                elif done.ending.verdict is not Verdict.IE:
                    self._fault = done.ending.message
        except (JudgeError, OSError):
            return  # its figure stays unknown; the floor is the limit

    def wait(self) -> float:
        """Return the reference's CPU seconds, waiting for them; 0 where the sandbox could not run it.

        Raises ProblemError for a reference that cannot be run at all: what it is compared with is not known.
        """
        self._thread.join()
        if self._fault:
            raise ProblemError(f"{self._problem.reference}: the reference does not run: {self._fault}")
        return self.cpu_s or 0.0
