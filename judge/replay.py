"""Run cases in a session: load a submission, replay batches, find what deserves a second look.

Between the sandbox, which knows frames, and the pipeline, which knows what a judging is. Replies are
compared as text; only what differs is decoded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from judge.generate.corpus import Batch
from judge.sandbox import Ending, Launch, Limits, Sandbox, Session, SessionEnded
from judge.spec.problem import Problem, ProblemLimits
from judge.verdict import Verdict
from judge.wire.cases import Case, Failure, most_bytes, read_failure, to_cases_message
from judge.wire.errors import MALFORMED, NOT_AN_ANSWER
from judge.wire.frames import read_object, to_message
from judge.wire.lines import printable

IN_FLIGHT = 2
"""Batches sent ahead: the worker computes while the judge compares."""

BATCHES_BEFORE = 8
"""Batches that a suspect remembers."""

SHOWN_LETTERS = 500
"""What is shown of a message of the compiler, and of the line that it is about."""

ENDLESS_S = 24 * 3600.0
"""A session's own bound where each wait has a tighter one."""


class Allowance(NamedTuple):
    """What a session may have used, since its start, by the end of a wait."""

    cpu_s: float
    wall_s: float


def launch_of(problem: Problem) -> Launch:
    """Return the box that a problem asks for; time is bounded wait by wait."""
    bounds = problem.limits
    limits = Limits(
        cpu_s=ENDLESS_S,
        wall_s=ENDLESS_S,
        memory_bytes=bounds.memory_bytes,
        output_bytes=bounds.output_bytes,
        processes=bounds.processes,
    )
    return Launch(limits, problem.requires)


@contextmanager
def opened(sandbox: Sandbox, launch: Launch) -> Iterator[Session]:
    """Open a session and close it at the end. Raises SandboxError."""
    session = sandbox.open(launch)
    try:
        yield session
    finally:
        session.close()


class Refusal(NamedTuple):
    """Why a submission did not get as far as its first case: CE, or what its own code did at import."""

    verdict: Verdict
    message: str
    detail: str = ""
    """More lines for people: the source line and a caret."""
    failure: Failure | None = None


def load_submission(
    session: Session, spec: dict[str, Any], source: bytes, bounds: ProblemLimits
) -> Refusal | None:
    """Compile and import a submission in a fresh session; None when it is ready for cases.

    Both together may take what the problem's tests always may: its CPU floor and its wall limit.
    """
    try:
        session.send(to_message(("load", source, spec)))
        session.send(to_message(("start",)))
        compiled = read_object(session.receive(cpu_s=bounds.time_floor_s, wall_s=bounds.wall_s))
        if "ce" in compiled:
            return _compile_error(compiled["ce"])
        cpu_s, wall_s = _left(Allowance(bounds.time_floor_s, bounds.wall_s), _spent(session))
        started = read_object(session.receive(cpu_s=cpu_s, wall_s=wall_s))
        return _started(started)
    except SessionEnded as ended:
        return Refusal(ended.ending.verdict, f"while the file was being imported: {ended.ending.message}")
    except MALFORMED:
        return Refusal(Verdict.RTE, NOT_AN_ANSWER)


def _compile_error(found: Any) -> Refusal:
    line, column, source = int(found["line"]), int(found["column"]), printable(str(found["source"]))
    text = printable(str(found["text"]))
    where = f"line {line}: " if line else ""
    detail = ""
    if source.strip():
        stripped = source.lstrip()
        shift = column - 1 - (len(source) - len(stripped))
        stripped = stripped[:SHOWN_LETTERS]
        pointed = column > 0 and shift <= len(stripped)
        detail = stripped + ("\n" + " " * max(shift, 0) + "^" if pointed else "")
    return Refusal(Verdict.CE, where + text[:SHOWN_LETTERS], detail)


def _started(reply: Any) -> Refusal | None:
    if reply.get("ok") is True:
        return None
    if "ce" in reply:
        return Refusal(Verdict.CE, printable(str(reply["ce"])[:500]))
    failure = read_failure(reply["error"])
    text = f"{failure.type}: {failure.text}" if failure.text else failure.type
    where = f" (line {failure.line}: {failure.source})" if failure.line else ""
    verdict = Verdict.MLE if failure.type == "MemoryError" else Verdict.RTE
    message = f"importing the file raised {text}{where}".replace("\n", " ")
    return Refusal(verdict, message[:800], "", failure)


class Suspect(NamedTuple):
    """A case whose answer is not the model's text; whether it is wrong is for the checker to say."""

    batch: Batch
    at: int
    """Its index in the batch."""
    owner: int
    expected_line: bytes
    line: bytes
    before: tuple[Batch, ...] = ()
    """The last batches that the same worker ran before: what they left behind may be the reason."""


class Replayed(NamedTuple):
    """What came of a replay."""

    answered: tuple[int, ...]
    """For each property, cases that were answered, right or wrong."""
    suspects: tuple[Suspect, ...]
    ending: Ending | None
    """Why the replay stopped early, or what came out after its last case; or None."""
    unanswered: Batch | None
    """The batch in which it stopped; None where every case was answered."""


def replay(
    session: Session,
    batches: Sequence[Batch],
    properties: int,
    *,
    allow: Callable[[bool], Allowance] = lambda finally_: Allowance(ENDLESS_S, ENDLESS_S),
    on_batch: Callable[[int], None] = lambda done: None,
) -> Replayed:
    """Run the batches in order, two in flight.

    `allow(False)` says, before each wait, what the session may have used in all, as far as is known
    without waiting for anything; when that is met, `allow(True)` has the last word.
    """
    answered = [0] * properties
    suspects: list[Suspect] = []
    sent = 0
    for at, batch in enumerate(batches):
        try:
            while sent < len(batches) and sent < at + IN_FLIGHT:
                cpu_s, wall_s, relent = _bounds(session, allow)
                session.send(batches[sent].message, cpu_s=cpu_s, wall_s=wall_s, relent=relent)
                sent += 1
            cpu_s, wall_s, relent = _bounds(session, allow)
            reply = session.receive(cpu_s=cpu_s, wall_s=wall_s, relent=relent)
        except SessionEnded as ended:
            return Replayed(tuple(answered), tuple(suspects), ended.ending, batch)
        if reply != batch.expected:
            found = _find_suspects(batch, reply, tuple(batches[max(0, at - BATCHES_BEFORE) : at]))
            if found is None:
                ending = Ending(Verdict.RTE, NOT_AN_ANSWER)
                return Replayed(tuple(answered), tuple(suspects), ending, batch)
            suspects += found
        for owner in batch.owners:
            answered[owner] += 1
        on_batch(at + 1)
    return Replayed(tuple(answered), tuple(suspects), None, None)


def _spent(session: Session) -> Allowance:
    return Allowance(session.cpu_time_s(), session.wall_time_s())


def _bounds(
    session: Session, allow: Callable[[bool], Allowance]
) -> tuple[float, float, Callable[[], tuple[float, float]]]:
    """Return the CPU and wall seconds that the next wait may take, and who has the last word."""
    used = _spent(session)
    return *_left(allow(False), used), lambda: _left(allow(True), used)


def _left(allowed: Allowance, used: Allowance) -> tuple[float, float]:
    """Return the CPU and wall seconds that are left of an allowance."""
    return max(0.01, allowed.cpu_s - used.cpu_s), max(0.01, allowed.wall_s - used.wall_s)


def _find_suspects(batch: Batch, reply: bytes, before: tuple[Batch, ...]) -> list[Suspect] | None:
    expected = batch.expected.split(b"\n")
    lines = reply.split(b"\n", len(expected))  # millions of short ones take sixty times their length
    if len(lines) != len(expected):
        return None
    return [
        Suspect(batch, at, owner, wanted, line[: most_bytes(wanted) + 1], before)  # more is not looked at
        for at, (owner, wanted, line) in enumerate(zip(batch.owners, expected, lines, strict=True))
        if line != wanted
    ]


class Bench:
    """A fresh worker with the submission loaded, for running single cases; replaced when it ends."""

    def __init__(self, sandbox: Sandbox, problem: Problem, spec: dict[str, Any], source: bytes) -> None:
        self._sandbox = sandbox
        self._problem = problem
        self._spec = spec
        self._source = source
        self._session: Session | None = None
        self.ending: Ending | None = None
        """How the last worker ended, when a case ended it."""

    def run(self, cases: Sequence[Case], cpu_s: float, wall_s: float) -> list[bytes] | None:
        """Run cases; return a line for each, or None when the worker did not survive (see `ending`)."""
        self.ending = None
        self.load()
        session = self._session
        if session is None:
            return None
        try:
            session.send(to_cases_message(cases))
            lines = session.receive(cpu_s=cpu_s, wall_s=wall_s).split(b"\n", len(cases))
        except SessionEnded as ended:
            self.ending = ended.ending
            self.close()
            return None
        return lines if len(lines) == len(cases) else None

    def load(self) -> Refusal | None:
        """Make sure that a worker with the submission is there; say why that cannot be."""
        if self._session is not None:
            return None
        session = self._sandbox.open(launch_of(self._problem))
        refusal = load_submission(session, self._spec, self._source, self._problem.limits)
        if refusal is None:
            self._session = session
            return None
        self.ending = Ending(refusal.verdict, refusal.message)
        session.close()
        return refusal

    def close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
