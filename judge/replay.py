"""Run cases in a session: load a submission, replay batches, believe a failure, make it small.

Between the sandbox, which knows frames, and the pipeline, which knows what a judging is. Replies are
compared as text; only what differs is decoded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from judge.generate.corpus import Batch
from judge.sandbox import Ending, Launch, Sandbox, Session, SessionEnded
from judge.verdict import Verdict
from judge.wire import Failure, WireError, from_json, to_message
from judge.wire.cases import read_failure

IN_FLIGHT = 2
"""Batches sent ahead: the worker computes while the judge compares."""

LOAD_CPU_S = 10.0
LOAD_WALL_S = 30.0
"""Bounds of compiling and importing one submission."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a submission did not get as far as its first case: CE, or what its own code did at import."""

    verdict: Verdict
    message: str
    detail: str = ""
    """More lines for people: the source line and a caret."""
    failure: Failure | None = None


def load_submission(session: Session, spec: dict[str, Any], source: bytes) -> Refusal | None:
    """Compile and import a submission in a fresh session; None when it is ready for cases."""
    try:
        session.send(to_message(("load", source, spec)))
        session.send(to_message(("start",)))
        compiled: Any = from_json(session.receive(cpu_s=LOAD_CPU_S, wall_s=LOAD_WALL_S))
        if "ce" in compiled:
            return _compile_error(compiled["ce"])
        started: Any = from_json(session.receive(cpu_s=LOAD_CPU_S, wall_s=LOAD_WALL_S))
        return _started(started)
    except SessionEnded as ended:
        return Refusal(ended.ending.verdict, f"while the file was being imported: {ended.ending.message}")
    except (WireError, KeyError, TypeError, ValueError):
        return Refusal(Verdict.RTE, "the submission's process sent something that is not an answer")


def _compile_error(found: Any) -> Refusal:
    line, column, source = int(found["line"]), int(found["column"]), str(found["source"])
    text = str(found["text"])
    where = f"line {line}: " if line else ""
    detail = ""
    if source.strip():
        stripped = source.lstrip()
        shift = column - 1 - (len(source) - len(stripped))
        caret = "\n" + " " * max(shift, 0) + "^" if column > 0 else ""
        detail = stripped + caret
    return Refusal(Verdict.CE, where + text, detail)


def _started(reply: Any) -> Refusal | None:
    if reply.get("ok") is True:
        return None
    if "ce" in reply:
        return Refusal(Verdict.CE, str(reply["ce"])[:500])
    failure = read_failure(reply["error"])
    text = f"{failure.type}: {failure.text}" if failure.text else failure.type
    where = f" (line {failure.line}: {failure.source})" if failure.line else ""
    verdict = Verdict.MLE if failure.type == "MemoryError" else Verdict.RTE
    message = f"importing the file raised {text}{where}".replace("\n", " ")
    return Refusal(verdict, message[:800], "", failure)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A case whose answer is not the model's text; whether it is wrong is for the checker to say."""

    batch: Batch
    at: int
    """Its index in the batch."""
    owner: int
    expected_line: bytes
    line: bytes


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of a replay."""

    answered: tuple[int, ...]
    """For each property, cases that were answered, right or wrong."""
    suspects: tuple[Suspect, ...]
    ending: Ending | None
    """Why the replay stopped early, or None."""
    unanswered: Batch | None
    """The batch in which it stopped."""


def replay(
    session: Session,
    batches: Sequence[Batch],
    properties: int,
    *,
    cpu_s: Callable[[float], float] = lambda used_s: 1e9,
    on_batch: Callable[[int], None] = lambda done: None,
) -> Replayed:
    """Run the batches in order, two in flight.

    `cpu_s(used)` gives the CPU seconds that the session may have used in all, asked before each wait.
    """
    answered = [0] * properties
    suspects: list[Suspect] = []
    sent = 0
    for at, batch in enumerate(batches):
        try:
            while sent < len(batches) and sent < at + IN_FLIGHT:
                session.send(batches[sent].message)
                sent += 1
            used_s = session.cpu_time_s()
            reply = session.receive(cpu_s=max(0.01, cpu_s(used_s) - used_s))
        except SessionEnded as ended:
            return Replayed(tuple(answered), tuple(suspects), ended.ending, batch)
        if reply != batch.expected:
            found = _find_suspects(batch, reply)
            if found is None:
                ending = Ending(Verdict.RTE, "the submission's process sent something that is not an answer")
                return Replayed(tuple(answered), tuple(suspects), ending, batch)
            suspects += found
        for owner in batch.owners:
            answered[owner] += 1
        on_batch(at + 1)
    return Replayed(tuple(answered), tuple(suspects), None, None)


def _find_suspects(batch: Batch, reply: bytes) -> list[Suspect] | None:
    lines, expected = reply.split(b"\n"), batch.expected.split(b"\n")
    if len(lines) != len(expected):
        return None
    return [
        Suspect(batch, at, owner, wanted, line)
        for at, (owner, wanted, line) in enumerate(zip(batch.owners, expected, lines, strict=True))
        if line != wanted
    ]


class Bench:
    """A fresh worker with the submission loaded, for running single cases; replaced when it ends."""

    def __init__(self, sandbox: Sandbox, launch: Launch, spec: dict[str, Any], source: bytes) -> None:
        self._sandbox = sandbox
        self._launch = launch
        self._spec = spec
        self._source = source
        self._session: Session | None = None
        self.ending: Ending | None = None
        """How the last worker ended, when a case ended it."""

    def run(self, cases: Sequence[Any], cpu_s: float, wall_s: float) -> list[bytes] | None:
        """Run cases; return a line for each, or None when the worker did not survive (see `ending`)."""
        session = self._open()
        if session is None:
            return None
        try:
            session.send(to_message(("cases", [tuple(case) for case in cases])))
            lines = session.receive(cpu_s=cpu_s, wall_s=wall_s).split(b"\n")
        except SessionEnded as ended:
            self.ending = ended.ending
            self.close()
            return None
        return lines if len(lines) == len(cases) else None

    def _open(self) -> Session | None:
        if self._session is None:
            session = self._sandbox.open(self._launch)
            refusal = load_submission(session, self._spec, self._source)
            if refusal is not None:
                self.ending = Ending(refusal.verdict, refusal.message)
                session.close()
                return None
            self._session = session
        return self._session

    def printed(self) -> str:
        """What the submission has printed in the present worker."""
        return self._session.output().stdout if self._session is not None else ""

    def close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
