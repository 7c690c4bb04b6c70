"""The Python interface: `Judge` and `Report`.

    from judge import Judge

    with Judge() as judge:
        report = judge.judge("min-stack", "class MinStack: ...")
        if not report.accepted:
            print(report.verdict.words, report.message)

No global state: everything belongs to a `Judge`, which holds a warm sandbox from its first judging until it
is closed. Thread-safe. See docs/api.md.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import reprlib
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from judge.errors import UsageError
from judge.judgement import Counterexample, Judgement, OperationCost
from judge.request import Options, Submission
from judge.sandbox.choose import NAMES
from judge.spec.discover import Roots
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.batch.requests import Request, Setup
    from judge.batch.run import Workers
    from judge.batch.warm import WarmJudge
    from judge.spec.problem import Problem

Source = str | bytes | Path
"""A submission's text, its bytes, or the file to read."""

Item = tuple[str, Source] | tuple[str, Source, str]
"""(problem, source) or (problem, source, id)."""

HELD_BACK = 64
"""Reports for each worker that may wait for a slower one before them, when the order is kept."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one judging found."""

    id: str
    judgement: Judgement
    """All of it, as records."""

    @property
    def verdict(self) -> Verdict:
        """The verdict; `report.verdict == "AC"` and `report.verdict.words` work."""
        return self.judgement.verdict

    @property
    def accepted(self) -> bool:
        return self.judgement.verdict is Verdict.AC

    @property
    def problem(self) -> str:
        return self.judgement.problem

    @property
    def message(self) -> str:
        """One line: what is wrong, or how much was right."""
        return self.judgement.message

    @property
    def score(self) -> float:
        """Cases passed, as a part of those that were judged; 1.0 only for an accepted submission."""
        judgement = self.judgement
        judged = judgement.passed + judgement.failed
        part = judgement.passed / judged if judged else 0.0
        return 1.0 if self.accepted else min(part, 0.999)

    @property
    def counterexample(self) -> Counterexample | None:
        """The smallest failing case, its `code` ready to be run below the submission."""
        return self.judgement.counterexample

    @property
    def complexity(self) -> tuple[OperationCost, ...]:
        """How each operation grows."""
        return self.judgement.complexity

    def to_document(self) -> dict[str, Any]:
        """Return the document of `judge submit --json` (docs/json.md) with this report's id."""
        return {**self.judgement.to_document(), "id": self.id}

    def to_json(self) -> str:
        """Return the document on one line of ASCII."""
        return json.dumps(self.to_document(), allow_nan=False)

    @staticmethod
    def from_json(text: str | bytes) -> Report:
        """Read a document, or a line of `judge batch`. Raises UsageError when it is neither."""
        try:
            document = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"not a report of the judge: {error}") from None
        return Report.from_document(document)

    @staticmethod
    def from_document(document: Mapping[str, Any]) -> Report:
        """Read a parsed document. Raises UsageError when it is not a report."""
        from judge.report.schema import read_judgement

        judgement = read_judgement(document)  # type: ignore[arg-type]
        return Report(judgement.id, judgement)

    def render(self, form: str = "text") -> str:
        """Return the report in a format of `judge report --format`. Raises UsageError for others."""
        if form == "text":
            from judge.report import text
            from judge.report.page import Page

            return text.render(self.judgement, Page(width=80, colour=False, unicode=True), source="")
        from judge.report import formats

        return formats.render(form, self.judgement)

    def __str__(self) -> str:
        return self.render()

    def _repr_markdown_(self) -> str:
        """What a notebook shows."""
        return self.render("markdown")


class Judge:
    """A judge to keep around. Use it as a context manager, or call `close`."""

    def __init__(
        self,
        problems: str | Path | Sequence[str | Path] = (),
        sandbox: str = "auto",
        *,
        seed: int = 0,
        complexity: bool = True,
        complexity_budget_s: float | None = None,
        allow_unisolated: bool = False,
    ) -> None:
        """`problems`: folders of problem folders, before those that the command would find.

        `seed` draws other hidden cases; `complexity` measures how operations grow, in seconds instead of
        milliseconds. `judge_many` insists on isolation unless `allow_unisolated`. Starts nothing yet.
        Raises UsageError for a folder that is not there, and for what is no backend, seed or budget.
        """
        named = (problems,) if isinstance(problems, (str, Path)) else tuple(_iterable(problems, "problems"))
        for folder in named:
            _require(isinstance(folder, (str, Path)), "a folder of problems is a text or a Path", folder)
        _require(sandbox in NAMES, f"sandbox is one of {', '.join(NAMES)}", sandbox)
        _require(type(seed) is int, "a seed is a whole number", seed)
        budget = complexity_budget_s
        sound = budget is None or (isinstance(budget, (int, float)) and 0 < budget < math.inf)
        _require(sound, "complexity_budget_s is None or seconds, more than 0", budget)
        self.roots = Roots.find(named)
        self._sandbox = sandbox
        self._allow_unisolated = allow_unisolated
        self._options = Options(seed=seed, complexity=complexity, complexity_budget_s=complexity_budget_s)
        self._lock = threading.Condition()
        self._under_way = 0
        self._warm: WarmJudge | None = None
        self._closed = False
        self._pid = os.getpid()

    def problems(self) -> list[str]:
        """Return the slugs of all problems, sorted."""
        return self.roots.slugs()

    def judge(self, problem: str, source: Source) -> Report:
        """Judge one submission in this process's own sandbox; several threads may do so at once.

        Whatever the submission does is in the report. Raises UsageError for an unknown problem, a `source` of
        another type, and in a forked process when the judge was started before; ProblemError for an invalid
        problem, NothingToJudge for a file that is not there, SandboxError when no box can be built.
        """
        submission = _submission(source)
        _require(isinstance(problem, str), "a problem is named by a text, its slug", problem)
        with self._judging() as warm:
            judgement = warm.judge(warm.problem(problem), submission, self._options)
        return Report(judgement.id, judgement)

    def judge_many(
        self, submissions: Iterable[Item], *, ordered: bool = True, jobs: int | None = None
    ) -> Iterator[Report]:
        """Judge any number of submissions in `jobs` processes (default: one for each core), lazily.

        Reports come in the order of the submissions, or else as they are known. A report's id is the third
        item of its submission, else its number from 0. Takes from `submissions` only a little ahead, so
        that an endless iterable is fine; closing the iterator ends the processes. A process that dies loses
        nothing: its submission is judged again by another. Raises what `judge` raises.
        """
        from judge.batch.pool import Pool

        self._require_open()
        _require(jobs is None or (type(jobs) is int and jobs > 0), "jobs is None or 1 at least", jobs)
        workers = jobs or cores()
        with Pool(self.setup(), workers, self.roots.load) as pool:
            yield from self._reports(pool, submissions, ordered, HELD_BACK * workers)

    def _reports(
        self, pool: Workers, submissions: Iterable[Item], ordered: bool, held_back: int
    ) -> Iterator[Report]:
        early: dict[int, Report] = {}
        turn = 0
        for answer in pool.judge(self._requests(submissions), lambda: len(early) < held_back):
            if answer.verdict is None:
                raise UsageError(f"{answer.id}: {answer.refused}")
            document = json.loads(answer.line)
            report = Report(answer.id, Judgement.from_document(document))
            if not ordered:
                yield report
                continue
            early[answer.at] = report
            while turn in early:
                yield early.pop(turn)
                turn += 1

    def _requests(self, submissions: Iterable[Item]) -> Iterator[Request]:
        from judge.batch.requests import Request

        known: dict[str, Problem] = {}
        for at, item in enumerate(_iterable(submissions, "submissions")):
            whole = isinstance(item, (tuple, list)) and len(item) in (2, 3) and isinstance(item[0], str)
            _require(whole, "an item is (problem, source) or (problem, source, id)", item)
            slug, submission = item[0], _submission(item[1])
            if slug not in known:
                known[slug] = self.roots.load(slug)
            id = str(item[2]) if len(item) > 2 else str(at)
            path = submission.path if isinstance(item[1], Path) else ""
            yield Request(at, id, slug, known[slug].version, "", path, submission.source)

    def setup(self) -> Setup:
        """Return what workers of this judge are told."""
        from judge.batch.requests import Setup

        return Setup.of(self.roots, self._options, self._sandbox, allow_unisolated=self._allow_unisolated)

    def workers(self, jobs: int | None = None) -> AbstractContextManager[Workers]:
        """Return worker processes for a batch; they start when they are used."""
        from judge.batch.pool import Pool

        return Pool(self.setup(), jobs or cores(), self.roots.load)

    def _require_open(self) -> None:
        if self._closed:
            raise UsageError("this Judge is closed")

    @contextmanager
    def _judging(self) -> Iterator[WarmJudge]:
        """Hold the sandbox open for one judging."""
        with self._lock:
            self._require_open()
            if self._warm is None:
                from judge.batch.warm import WarmJudge

                self._warm = WarmJudge(self.roots, self._sandbox, strangers=False)
            warm = self._warm
            self._under_way += 1
        try:
            yield warm
        finally:
            with self._lock:
                self._under_way -= 1
                self._lock.notify_all()

    def close(self) -> None:
        """End the sandbox and everything in it; may be called twice. In a forked process it ends nothing.

        What other threads are judging is finished first; nothing new is begun.
        """
        with self._lock:
            self._closed = True
            if os.getpid() == self._pid:  # a fork has none of the threads that were judging
                self._lock.wait_for(lambda: not self._under_way)
            warm, self._warm = self._warm, None
        if warm is not None:
            warm.close()

    def __enter__(self) -> Judge:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _require(sound: bool, words: str, given: object) -> None:
    if not sound:
        raise UsageError(f"{words}, not {reprlib.repr(given)}")


def _iterable(given: Iterable[Any], name: str) -> Iterable[Any]:
    _require(isinstance(given, Iterable) and not isinstance(given, (str, bytes)), f"{name} are a list", given)
    return given


def _submission(source: Source) -> Submission:
    if isinstance(source, Path):
        return Submission.read(source)
    if not isinstance(source, (str, bytes, bytearray, memoryview)):
        raise UsageError(f"a submission is a text, bytes or a Path, not {type(source).__name__}")
    text = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else bytes(source)
    return Submission(f"<{hashlib.sha256(text).hexdigest()[:10]}>", text)


__all__ = ["Item", "Judge", "Report", "Source"]
