"""A judge that keeps what it can re-use from one submission to the next."""

from __future__ import annotations

from judge import cache
from judge.generate.corpus import load_corpus, load_killers
from judge.judgement import Judgement
from judge.pipeline import Engine
from judge.request import Listener, Options, Submission
from judge.sandbox.choose import require_isolation
from judge.spec.discover import Roots
from judge.spec.problem import Problem

_Key = tuple[str, str, int, bool]
"""Slug, version, seed, and whether the killers run."""


class WarmJudge:
    """An engine, the problems that it met, and the reference's figures on this machine.

    Thread-safe. The reference runs beside the first submissions of a problem; its figure then bounds the
    others: limits are calibrated on the worker that judges, at the price of one run.
    """

    def __init__(
        self,
        roots: Roots,
        sandbox: str,
        *,
        strangers: bool,
        allow_unisolated: bool = False,
        replaceable: bool = False,
    ) -> None:
        """`strangers`: whether to insist on isolation. Raises UsageError, SandboxError.

        `replaceable`: see Engine.
        """
        self.roots = roots
        self.engine = Engine(sandbox, replaceable=replaceable)
        self._problems: dict[str, Problem] = {}
        self._figures: dict[_Key, float] = {}
        self._drawn: set[_Key] = set()
        self._unkept: dict[_Key, str] = {}
        """Why the cases of a problem could not be kept."""
        if strangers:
            try:
                require_isolation(self.engine.sandbox.isolated(), allowed=allow_unisolated, asked=sandbox)
            except BaseException:
                self.engine.close()
                raise

    def problem(self, slug: str) -> Problem:
        """Return a problem, read once. Raises UsageError, ProblemError."""
        if slug not in self._problems:
            self._problems[slug] = self.roots.load(slug)
        return self._problems[slug]

    def judge(
        self, problem: Problem, submission: Submission, options: Options, progress: Listener | None = None
    ) -> Judgement:
        """Judge one submission. Raises what Engine.judge raises."""
        key = (problem.slug, problem.version, options.seed, options.killers)
        self._draw(problem, options, key)
        figure = self._figures.get(key)
        if figure is not None:
            options = options._replace(reference_cpu_s=figure)
        judgement = self.engine.judge(problem, submission, options, progress)
        if key in self._unkept and self._unkept[key] not in judgement.notes:
            judgement = judgement._replace(notes=(*judgement.notes, self._unkept[key]))
        if figure is None and judgement.resources.reference_cpu_s > 0:
            self._figures[key] = judgement.resources.reference_cpu_s
        return judgement

    def _draw(self, problem: Problem, options: Options, key: _Key) -> None:
        """Draw a problem's hidden cases once among all workers of this machine, where none are kept."""
        if key in self._drawn:
            return
        if load_corpus(problem, options.seed) is None or (
            options.killers and load_killers(problem, options.seed) is None
        ):
            with cache.alone("corpus"):
                corpus, warning = self.engine.corpus(problem, options.seed)
                if warning:
                    self._unkept[key] = warning
                if options.killers:
                    self.engine.killers(problem, options.seed, corpus)
        self._drawn.add(key)

    def close(self) -> None:
        """End the sandbox."""
        self.engine.close()

    def __enter__(self) -> WarmJudge:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
