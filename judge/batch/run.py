"""One whole batch: from an input, through workers, into a journal."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Protocol

from judge.batch.entries import BadEntry, Entry, Input
from judge.batch.journal import VERDICTS, Journal
from judge.batch.requests import Answer, Request, Setup, verdict_key
from judge.batch.seen import Seen
from judge.batch.tally import Tally
from judge.errors import JudgeError, NothingToJudge, ProblemError, UsageError
from judge.report.page import clipped
from judge.spec.discover import Roots
from judge.spec.problem import Problem
from judge.verdict import Verdict

SHOWN_BAD = 1_000
"""Bad entries that a summary keeps; all are counted and told."""

REASON_LETTERS = 500
"""What is told of one bad entry."""


class Workers(Protocol):
    """Who judges: judge.batch.pool.Pool, judge.batch.cluster.Cluster."""

    def judge(
        self,
        requests: Iterator[Request],
        may_feed: Callable[[], bool] = ...,
        *,
        until_s: float = ...,
    ) -> Iterator[Answer]:
        """Answer lazily; from `until_s` of the monotonic clock on wait for nothing that is under way."""
        ...


@dataclass(frozen=True, slots=True)
class Wishes:
    """What of a batch is wanted."""

    only_changed: bool = False
    """Leave out what has a verdict for the same source, even if problem, judge or options changed since."""
    fail_fast: bool = False
    total_s: float | None = None
    """Wall seconds; then the rest is left for the next run."""


@dataclass
class Summary:
    """What one run came to."""

    tally: Tally = field(default_factory=Tally)
    bad: list[BadEntry] = field(default_factory=list)
    bad_entries: int = 0
    invalid_problems: int = 0
    """Those of them whose problem folder is at fault."""
    wall_s: float = 0.0
    stopped: str = ""
    """Why not everything was judged; empty when everything was."""
    interrupted: bool = False

    @property
    def rate(self) -> float:
        """Submissions that were judged, per second."""
        return self.tally.judged / self.wall_s if self.wall_s > 0 else 0.0

    @property
    def all_accepted(self) -> bool:
        """Whether everything was judged and accepted."""
        verdicts = self.tally.verdicts
        return not self.stopped and not self.bad_entries and verdicts[Verdict.AC] == self.tally.submissions

    @property
    def nothing(self) -> bool:
        """Whether the input held no submission at all."""
        return not (self.tally.submissions or self.bad_entries or self.stopped)

    @property
    def exit_code(self) -> int:
        if self.interrupted:
            return 130
        if self.nothing:
            return NothingToJudge.exit_code
        if self.tally.verdicts[Verdict.IE]:
            return JudgeError.exit_code
        if self.invalid_problems:
            return ProblemError.exit_code
        return 0 if self.all_accepted else 1

    def to_document(self) -> dict[str, object]:
        """Return the JSON document of `judge batch --json`."""
        tally = self.tally
        return {
            "submissions": tally.submissions,
            "judged": tally.judged,
            "resumed": tally.resumed,
            "bad_entries": self.bad_entries,
            "invalid_problems": self.invalid_problems,
            "bad": [{"where": bad.where, "reason": bad.reason} for bad in self.bad],
            "verdicts": {v.value: n for v, n in sorted(tally.verdicts.items(), key=_by_order)},
            "problems": {
                slug: {
                    "submissions": entry.submissions,
                    "accepted": entry.accepted,
                    "verdicts": {v.value: n for v, n in sorted(entry.verdicts.items(), key=_by_order)},
                    "cpu_s": round(entry.cpu_s, 3),
                }
                for slug, entry in sorted(tally.problems.items())
            },
            "pass_at": {str(k): value for k, value in tally.pass_at().items()},
            "cpu_s": round(tally.cpu_s, 3),
            "wall_s": round(self.wall_s, 3),
            "rate": round(self.rate, 3),
            "stopped": self.stopped,
        }


def _by_order(pair: tuple[Verdict, int]) -> int:
    return VERDICTS.index(pair[0])


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who hears of a batch while it runs."""

    bad: Callable[[BadEntry], None] = lambda bad: None
    progress: Callable[[Summary], None] = lambda summary: None


class Batch:
    """One run. Its `summary` is true at any moment, whatever ends the run."""

    def __init__(
        self, source: Input, roots: Roots, setup: Setup, wishes: Wishes, listeners: Listeners
    ) -> None:
        self.summary = Summary()
        self._source = source
        self._roots = roots
        self._setup = setup
        self._wishes = wishes
        self._listeners = listeners
        self._problems: dict[str, Problem | ProblemError] = {}
        self._ids = Seen()
        self._asked = 0

    def problem(self, slug: str) -> Problem:
        """Return a problem, read once. Raises UsageError, ProblemError."""
        found = self._problems.get(slug)
        if found is None:
            try:
                found = self._problems[slug] = self._roots.load(slug)
            except ProblemError as error:  # of a folder that is there; unknown slugs have no end
                found = self._problems[slug] = error
        if isinstance(found, ProblemError):
            raise found
        return found

    def check(self, journal: Journal) -> None:
        """Refuse a journal that shares no submission with the input. Raises UsageError."""
        if not len(journal.ids) or not self._source.repeatable:
            return
        if not any(isinstance(entry, Entry) and entry.id in journal.ids for entry in self._source):
            raise UsageError(
                f"{journal.path}: holds {len(journal.ids)} verdicts of another run (such as "
                f"{journal.example_id!r}), none of this input; choose another --output"
            )

    def run(self, workers: AbstractContextManager[Workers], journal: Journal | None) -> Iterator[Answer]:
        """Judge what is missing; each answer is in the journal when it is yielded.

        KeyboardInterrupt ends it cleanly: look at the summary. Raises UsageError, SandboxError, JudgeError.
        """
        start_s = time.monotonic()
        until_s = start_s + (math.inf if self._wishes.total_s is None else self._wishes.total_s)
        summary, answered = self.summary, 0
        try:
            with workers as pool:
                for answer in pool.judge(self._requests(journal, until_s), until_s=until_s):
                    answered += 1
                    summary.wall_s = time.monotonic() - start_s
                    if answer.verdict is None:
                        self._refuse(BadEntry(answer.id, answer.refused, answer.invalid))
                        continue
                    if journal is not None:
                        journal.append(answer.line)
                    summary.tally.add(answer.problem, answer.verdict, answer.cpu_s)
                    self._listeners.progress(summary)
                    yield answer
                    if self._wishes.fail_fast and answer.verdict is not Verdict.AC:
                        summary.stopped = f"stopped at the first that is not accepted: {_short(answer.id)}"
                        return
                if answered < self._asked:
                    summary.stopped = self._time_is_over()
        except KeyboardInterrupt:
            summary.interrupted = True
            summary.stopped = "interrupted"
        finally:
            summary.wall_s = time.monotonic() - start_s

    def _time_is_over(self) -> str:
        return f"the {self._wishes.total_s:g} s of --timeout-total are over"

    def _requests(self, journal: Journal | None, until_s: float) -> Iterator[Request]:
        for at, entry in enumerate(self._source):
            if time.monotonic() >= until_s:
                self.summary.stopped = self._time_is_over()
                return
            if isinstance(entry, BadEntry):
                self._refuse(entry)
                continue
            request = self._request(at, entry, journal)
            if request is not None:
                self._asked += 1
                yield request

    def _request(self, at: int, entry: Entry, journal: Journal | None) -> Request | None:
        """Return what to ask, or None where that is known already or cannot be asked."""
        if not self._ids.put(entry.id):
            self._refuse(BadEntry(entry.where, f"the id {entry.id!r} was used before; ids must differ"))
            return None
        try:
            problem = self.problem(entry.problem)
        except (UsageError, ProblemError) as error:
            self._refuse(BadEntry(entry.where, str(error), isinstance(error, ProblemError)))
            return None
        key = verdict_key(entry, problem, self._setup)
        known = self._known(entry, key, journal)
        if known is not None:
            self.summary.tally.add(entry.problem, known, fresh=False)
            if not self.summary.tally.resumed % 500:
                self._listeners.progress(self.summary)
            return None
        return Request(at, entry.id, entry.problem, problem.version, key, entry.path, entry.source)

    def _known(self, entry: Entry, key: str, journal: Journal | None) -> Verdict | None:
        if journal is None:
            return None
        number = journal.verdicts.get(f"{entry.id}\0{key}")
        if number is None and self._wishes.only_changed:
            import hashlib

            source = hashlib.sha256(entry.source).hexdigest()
            number = journal.sources.get(f"{entry.id}\0{entry.problem}\0{source}")
        known = VERDICTS[number] if number is not None else None
        return None if known is Verdict.IE else known  # the judge's own fault may be over

    def _refuse(self, bad: BadEntry) -> None:
        bad = BadEntry(_short(bad.where), _short(bad.reason), bad.invalid_problem)
        self.summary.bad_entries += 1
        self.summary.invalid_problems += bad.invalid_problem
        if len(self.summary.bad) < SHOWN_BAD:
            self.summary.bad.append(bad)
        self._listeners.bad(bad)


def _short(text: str) -> str:
    """One line that a stranger's text cannot make long."""
    return clipped(" ".join(text.split()), REASON_LETTERS)


def opened(journal: Journal | None) -> AbstractContextManager[Journal | None]:
    """Close a journal, where there is one, at the end."""
    return journal if journal is not None else nullcontext()
